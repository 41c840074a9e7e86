import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { getDeliveryLink } from '@tsumugi/kit/contract/deliveries.ts'
import { useClient } from '@tsumugi/kit/ui/client/client-context.ts'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import type { Order } from './order-look.ts'

interface DownloadDeliveryProps {
  delivery: Order['deliveries'][number]
  /** It is the page's main button. */
  isMain?: boolean
}

/** Takes the package away as a file. */
export function DownloadDelivery({ delivery, isMain = false }: DownloadDeliveryProps) {
  const t = useWords(orderPageWords)
  const { bytes } = useFormats()
  const { caller, queries } = useClient()
  const toast = useToast()
  const [isBusy, setBusy] = useState(false)
  async function download() {
    setBusy(true)
    try {
      // The browser itself takes it from here: packages of any size, taken up again when the line breaks.
      const { url } = await caller.call(getDeliveryLink, { params: { deliveryId: delivery.id } })
      window.location.assign(url)
      void queries.invalidateQueries()
    } catch (failure) {
      toast.failed(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button
      variant={isMain ? 'filled' : 'default'}
      leftSection={<IconDownload size={20} aria-hidden />}
      loading={isBusy}
      onClick={() => void download()}
    >
      {t('download', { size: bytes(delivery.bytes ?? 0) })}
    </Button>
  )
}
