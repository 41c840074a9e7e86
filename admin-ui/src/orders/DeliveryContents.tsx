import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './Deliveries.module.css'
import type { Order } from './order-look.ts'

/** What is in a package: images, marks, and how many of each label, with the sum to check the file by. */
export function DeliveryContents({ delivery }: { delivery: Order['deliveries'][number] }) {
  const t = useWords(orderPageWords)
  const { number, bytes } = useFormats()
  const { manifest } = delivery
  if (!manifest) return null
  return (
    <>
      <p className={styles.facts}>
        {t('deliveryFacts', {
          images: number(manifest.images),
          shapes: number(manifest.shapes),
          size: bytes(delivery.bytes ?? 0),
        })}
      </p>
      <dl className={styles.labels} aria-label={t('deliveryPerLabel')}>
        {Object.entries(manifest.perLabel).map(([label, count]) => (
          <div key={label} className={styles.label}>
            <dt>{label}</dt>
            <dd>{number(count)}</dd>
          </div>
        ))}
      </dl>
      <details className={styles.check}>
        <summary>{t('deliveryCheck')}</summary>
        <code>{manifest.sha256}</code>
      </details>
    </>
  )
}
