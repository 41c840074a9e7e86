import { Group } from '@mantine/core'
import { Fold } from '@tsumugi/kit/ui/parts/Fold.tsx'
import { Section, Sheet } from '@tsumugi/kit/ui/parts/Section.tsx'
import { StateChip, type Tone } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './Deliveries.module.css'
import { DeliveryContents } from './DeliveryContents.tsx'
import { DownloadDelivery } from './DownloadDelivery.tsx'
import type { Order } from './order-look.ts'

type Delivery = Order['deliveries'][number]

const tones: Record<Delivery['state'], Tone> = {
  making: 'now',
  ready: 'info',
  failed: 'bad',
  accepted: 'good',
  change_requested: 'care',
}

/** The packages made so far; the one being made or waiting for an answer stands first on the page, and not here. */
export function Deliveries({ order }: { order: Order }) {
  const t = useWords(orderPageWords)
  const past = order.deliveries.filter(({ state }) => state !== 'making' && state !== 'ready')
  const [newest, ...older] = past
  if (!newest) return null
  return (
    <Section title={t('deliveries')}>
      <DeliverySheet delivery={newest} />
      {older.length > 0 && (
        <Fold label={t('deliveriesPast', { count: older.length })}>
          {older.map((delivery) => (
            <DeliverySheet key={delivery.id} delivery={delivery} />
          ))}
        </Fold>
      )}
    </Section>
  )
}

function DeliverySheet({ delivery }: { delivery: Delivery }) {
  const t = useWords(orderPageWords)
  const { day } = useFormats()
  const states = {
    making: t('deliveryMaking'),
    ready: t('deliveryReady'),
    failed: t('deliveryFailed'),
    accepted: t('deliveryAccepted'),
    change_requested: t('deliveryChange'),
  }
  return (
    <div className={styles.delivery}>
      <Sheet>
        <Group justify="space-between" mb="sm">
          <h3 className={styles.title}>
            {t('deliveryVersion', { version: delivery.version })}{' '}
            <span className={styles.when}>{day(delivery.decidedAt ?? delivery.madeAt, 'short')}</span>
          </h3>
          <StateChip tone={tones[delivery.state]} label={states[delivery.state]} />
        </Group>
        <DeliveryContents delivery={delivery} />
        {delivery.reason && <p className={styles.reason}>{delivery.reason}</p>}
        {delivery.can.download && <DownloadDelivery delivery={delivery} />}
      </Sheet>
    </div>
  )
}
