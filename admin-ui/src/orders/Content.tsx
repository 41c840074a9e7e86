import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './Content.module.css'
import type { Order } from './order-look.ts'

/** What was asked for, to read. */
export function Content({ order }: { order: Order }) {
  const t = useWords(orderPageWords)
  const kindNames = { box: t('kindBox'), polygon: t('kindPolygon'), point: t('kindPoint'), image: t('kindImage') }
  const formatNames = { coco: t('formatCoco'), voc: t('formatVoc'), yolo: t('formatYolo') }
  return (
    <Section title={t('content')} sheet>
      {order.brief && <p className={styles.brief}>{order.brief}</p>}
      <dl className={styles.facts}>
        {order.labels.length > 0 && (
          <>
            <dt>{t('labels')}</dt>
            <dd>
              <ul className={styles.labels}>
                {order.labels.map((label) => (
                  <li key={label.name} className={styles.label}>
                    <span className={styles.colour} style={{ background: label.colour }} aria-hidden="true" />
                    {label.name}
                    <span className={styles.kinds}>{label.kinds.map((kind) => kindNames[kind]).join('・')}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        <dt>{t('fieldFormats')}</dt>
        <dd>
          <ul className={styles.labels}>
            {order.deliveryFormats.map((format) => (
              <li key={format}>{formatNames[format]}</li>
            ))}
          </ul>
        </dd>
      </dl>
    </Section>
  )
}
