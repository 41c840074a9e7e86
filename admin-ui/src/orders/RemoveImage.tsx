import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { removeItem } from '@tsumugi/kit/contract/orders.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './Images.module.css'
import type { Order } from './order-look.ts'

/** Takes one image out of a draft; it can be put in again. */
export function RemoveImage({ order, item }: { order: Order; item: { id: string; name: string } }) {
  const t = useWords(orderPageWords)
  const toast = useToast()
  const remove = useChange(removeItem, { onRefused: toast.failed })
  return (
    <ActionIcon
      className={styles.remove}
      aria-label={t('removeImage', { name: item.name })}
      loading={remove.isPending}
      onClick={() => remove.mutate({ params: { orderId: order.id, itemId: item.id } })}
    >
      <IconX aria-hidden size={18} />
    </ActionIcon>
  )
}
