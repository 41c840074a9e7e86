import { Button } from '@mantine/core'
import { listItems } from '@tsumugi/kit/contract/orders.ts'
import { type RowOf, useRows } from '@tsumugi/kit/ui/client/use-answer.ts'
import { AnsweredRows } from '@tsumugi/kit/ui/parts/AnsweredRows.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import { AddImages } from './AddImages.tsx'
import styles from './Images.module.css'
import type { Order } from './order-look.ts'
import { RemoveImage } from './RemoveImage.tsx'

/** Enough to see what kind of images they are. */
const shownAtFirst = 6

/** The order's images: all of them while a draft is filled, afterwards a few and the rest on asking. */
export function Images({ order }: { order: Order }) {
  const t = useWords(orderPageWords)
  const { number } = useFormats()
  const isDraft = order.can.addItems
  const [isWhole, setWhole] = useState(isDraft)
  const items = useRows(
    listItems,
    { params: { orderId: order.id }, query: { limit: 60 } },
    { topics: [`order:${order.id}`, 'item'] },
  )
  return (
    <Section
      title={t('images')}
      aside={order.items > 0 && t('imagesCount', { count: number(order.items) })}
      {...(isDraft && { lead: t('imagesLead') })}
    >
      {isDraft && <AddImages order={order} />}
      <AnsweredRows of={items} loading={<Loading kind="cards" count={isDraft ? 1 : 3} />}>
        {(rows) => <Pictures order={order} rows={isWhole ? rows : rows.slice(0, shownAtFirst)} />}
      </AnsweredRows>
      {!isWhole && order.items > shownAtFirst && (
        <Button variant="default" onClick={() => setWhole(true)}>
          {t('imagesAll', { count: number(order.items) })}
        </Button>
      )}
      {isWhole && items.hasMore && (
        <Button variant="default" loading={items.isLoadingMore} onClick={items.more}>
          {t('imagesMore')}
        </Button>
      )}
    </Section>
  )
}

function Pictures({ order, rows }: { order: Order; rows: readonly RowOf<typeof listItems>[] }) {
  if (rows.length === 0) return null
  return (
    <ul className={styles.grid}>
      {rows.map((item) => (
        <li key={item.id} className={styles.item}>
          {item.thumbnailUrl ? (
            <img src={item.thumbnailUrl} alt="" loading="lazy" width={160} height={120} className={styles.picture} />
          ) : (
            <span className={styles.picture} />
          )}
          <span className={styles.name} title={item.name}>
            {item.name}
          </span>
          {order.can.addItems && <RemoveImage order={order} item={item} />}
        </li>
      ))}
    </ul>
  )
}
