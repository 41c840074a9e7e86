import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { addItems, listItems, removeItem } from '@tsumugi/kit/contract/orders.ts'
import { useClient } from '@tsumugi/kit/ui/client/client-context.ts'
import { useRows } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { AnsweredRows } from '@tsumugi/kit/ui/parts/AnsweredRows.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { FileDrop } from '@tsumugi/kit/ui/parts/FileDrop.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { useUploads } from '@tsumugi/kit/ui/parts/use-uploads.ts'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './Images.module.css'
import type { Order } from './order-look.ts'

/** What the server takes at most in one file unless it is set otherwise; the server has the last word. */
const maxBytes = 2_000_000_000

/** The order's images as thumbnails; in a draft they are dropped in and taken out here. */
export function Images({ order }: { order: Order }) {
  const t = useWords(orderPageWords)
  const { number } = useFormats()
  const items = useRows(
    listItems,
    { params: { orderId: order.id }, query: { limit: 60 } },
    { topics: [`order:${order.id}`, 'item'] },
  )
  return (
    <Section
      title={t('images')}
      aside={order.items > 0 && t('imagesCount', { count: number(order.items) })}
      {...(order.can.addItems && { lead: t('imagesLead') })}
    >
      {order.can.addItems && <AddImages order={order} />}
      <AnsweredRows of={items} loading={<Loading kind="cards" />}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('imagesNone')}>{order.can.addItems && t('imagesNoneHelp')}</EmptyState>
          ) : (
            <ul className={styles.grid}>
              {rows.map((item) => (
                <li key={item.id} className={styles.item}>
                  <img
                    src={item.thumbnailUrl}
                    alt=""
                    loading="lazy"
                    width={160}
                    height={120}
                    className={styles.picture}
                  />
                  <span className={styles.name} title={item.name}>
                    {item.name}
                  </span>
                  {order.can.addItems && <RemoveImage order={order} item={item} />}
                </li>
              ))}
            </ul>
          )
        }
      </AnsweredRows>
      {items.hasMore && (
        <Button variant="default" loading={items.isLoadingMore} onClick={items.more}>
          {t('imagesMore')}
        </Button>
      )}
    </Section>
  )
}

function AddImages({ order }: { order: Order }) {
  const t = useWords(orderPageWords)
  const { queries } = useClient()
  const uploads = useUploads(addItems, {
    request: () => ({ params: { orderId: order.id }, body: {} }),
    onDone: () => void queries.invalidateQueries(),
  })
  return (
    <div className={styles.drop}>
      <FileDrop
        label={t('imagesDrop')}
        kinds={['.jpg', '.jpeg', '.png', '.webp', '.zip']}
        maxBytes={maxBytes}
        uploads={uploads}
      />
    </div>
  )
}

function RemoveImage({ order, item }: { order: Order; item: { id: string; name: string } }) {
  const t = useWords(orderPageWords)
  const toast = useToast()
  const remove = useChange(removeItem, { onRefused: toast.failed })
  return (
    <ActionIcon
      size={44}
      variant="filled"
      color="dark"
      className={styles.remove}
      aria-label={t('removeImage', { name: item.name })}
      loading={remove.isPending}
      onClick={() => remove.mutate({ params: { orderId: order.id, itemId: item.id } })}
    >
      <IconX aria-hidden size={18} />
    </ActionIcon>
  )
}
