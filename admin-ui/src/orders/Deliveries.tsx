import { Button, Group } from '@mantine/core'
import { acceptDelivery, downloadDelivery, requestChange } from '@tsumugi/kit/contract/deliveries.ts'
import { useClient } from '@tsumugi/kit/ui/client/client-context.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { ConfirmAction } from '@tsumugi/kit/ui/parts/ConfirmAction.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Progress } from '@tsumugi/kit/ui/parts/Progress.tsx'
import { Section, Sheet } from '@tsumugi/kit/ui/parts/Section.tsx'
import { StateChip, type Tone } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import styles from './Deliveries.module.css'
import type { Order } from './order-look.ts'
import { saveFile } from './save-file.ts'

type Delivery = Order['deliveries'][number]

const tones: Record<Delivery['state'], Tone> = {
  making: 'now',
  ready: 'info',
  failed: 'bad',
  accepted: 'good',
  change_requested: 'care',
}

/** The packages made so far: what is in them, and the client's yes or wish for a change. */
export function Deliveries({ order }: { order: Order }) {
  const t = useWords(orderPageWords)
  if (!['running', 'delivered', 'accepted', 'closed'].includes(order.state)) return null
  return (
    <Section title={t('deliveries')}>
      {order.deliveries.length === 0 && <EmptyState title={t('deliveriesNone')}>{t('deliveriesNoneHelp')}</EmptyState>}
      {order.deliveries.map((delivery) => (
        <div key={delivery.id} className={styles.delivery}>
          <DeliverySheet delivery={delivery} />
        </div>
      ))}
    </Section>
  )
}

function DeliverySheet({ delivery }: { delivery: Delivery }) {
  const t = useWords(orderPageWords)
  const states = {
    making: t('deliveryMaking'),
    ready: t('deliveryReady'),
    failed: t('deliveryFailed'),
    accepted: t('deliveryAccepted'),
    change_requested: t('deliveryChange'),
  }
  return (
    <Sheet>
      <Group justify="space-between" mb="sm">
        <h3 className={styles.title}>{t('deliveryVersion', { version: delivery.version })}</h3>
        <StateChip tone={tones[delivery.state]} label={states[delivery.state]} />
      </Group>
      {delivery.state === 'making' && (
        <Progress label={t('deliveryMakingLabel')} done={delivery.itemsDone} total={delivery.itemsTotal} />
      )}
      {delivery.manifest && <Contents delivery={delivery} manifest={delivery.manifest} />}
      {delivery.reason && <p className={styles.reason}>{delivery.reason}</p>}
      <Answer delivery={delivery} />
    </Sheet>
  )
}

function Contents({ delivery, manifest }: { delivery: Delivery; manifest: NonNullable<Delivery['manifest']> }) {
  const t = useWords(orderPageWords)
  const { number, bytes } = useFormats()
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

function Answer({ delivery }: { delivery: Delivery }) {
  const t = useWords(orderPageWords)
  const { bytes } = useFormats()
  const accept = useChange(acceptDelivery)
  const change = useChange(requestChange)
  const params = { deliveryId: delivery.id }
  return (
    <Group mt="md">
      {delivery.can.accept && (
        <ConfirmAction
          label={t('accept')}
          title={t('acceptTitle')}
          confirmLabel={t('accept')}
          onConfirm={() => accept.mutateAsync({ params })}
        >
          {t('acceptText')}
        </ConfirmAction>
      )}
      {delivery.can.download && (
        <Download delivery={delivery} label={t('download', { size: bytes(delivery.bytes ?? 0) })} />
      )}
      {delivery.can.requestChange && (
        <ConfirmAction
          variant="subtle"
          label={t('requestChange')}
          title={t('requestChangeTitle')}
          confirmLabel={t('requestChange')}
          withReason
          onConfirm={(reason) => change.mutateAsync({ params, body: { reason } })}
        >
          {t('requestChangeText')}
        </ConfirmAction>
      )}
    </Group>
  )
}

function Download({ delivery, label }: { delivery: Delivery; label: string }) {
  const { caller } = useClient()
  const toast = useToast()
  const [isBusy, setBusy] = useState(false)
  async function download() {
    setBusy(true)
    try {
      saveFile(await caller.download(downloadDelivery, { params: { deliveryId: delivery.id } }))
    } catch (failure) {
      toast.failed(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button variant="default" loading={isBusy} onClick={() => void download()}>
      {label}
    </Button>
  )
}
