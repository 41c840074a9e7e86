import { addItems } from '@tsumugi/kit/contract/orders.ts'
import { listUploads } from '@tsumugi/kit/contract/uploads.ts'
import { useClient } from '@tsumugi/kit/ui/client/client-context.ts'
import { sendInPieces, wholeBytesMax } from '@tsumugi/kit/ui/client/send-in-pieces.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { FileDrop } from '@tsumugi/kit/ui/parts/FileDrop.tsx'
import { useUploads } from '@tsumugi/kit/ui/parts/use-uploads.ts'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useEffect, useState } from 'react'
import styles from './Images.module.css'
import type { Order } from './order-look.ts'
import { UnfinishedUploads } from './UnfinishedUploads.tsx'

/** What the server takes at most in one file, until it has said what it is set to. */
const usualBytesMax = 2_000_000_000

/** Images one by one or in a zip. Files that arrived make room for the pictures; what went wrong stays with its reason. */
export function AddImages({ order }: { order: Order }) {
  const t = useWords(orderPageWords)
  const { number } = useFormats()
  const { caller, queries } = useClient()
  const [added, setAdded] = useState(0)
  const unfinished = useAnswer(
    listUploads,
    { params: { orderId: order.id } },
    { topics: [`order:${order.id}`, 'upload'] },
  )
  const uploads = useUploads(
    async (file, sending) => {
      if (file.size > wholeBytesMax) return sendInPieces(caller, order.id, file, sending)
      const request = { params: { orderId: order.id }, body: {} }
      return (await caller.upload(addItems, request, file, sending)).added.length
    },
    { onDone: (count) => setAdded((sum) => sum + count) },
  )
  const { uploads: files, remove } = uploads
  const isUnderWay = files.some(({ state }) => !['done', 'failed', 'stopped'].includes(state))
  useEffect(() => {
    if (isUnderWay || added === 0) return
    for (const { id, state } of files) if (state === 'done') remove(id)
    void queries.invalidateQueries()
  }, [isUnderWay, added, files, remove, queries])
  return (
    <div id="draft-images" className={styles.drop}>
      <UnfinishedUploads uploads={unfinished.data?.rows ?? []} here={files} />
      <FileDrop
        label={t('imagesDrop')}
        kinds={['.jpg', '.jpeg', '.png', '.webp', '.zip']}
        maxBytes={unfinished.data?.limitBytes ?? usualBytesMax}
        uploads={uploads}
      />
      <p className={styles.added} role="status">
        {added > 0 && !isUnderWay && t('imagesAdded', { count: number(added) })}
      </p>
    </div>
  )
}
