import { Button } from '@mantine/core'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import type { RefusalCode } from '@tsumugi/kit/contract/refusals.ts'
import { cancelUpload, type listUploads } from '@tsumugi/kit/contract/uploads.ts'
import { Refused } from '@tsumugi/kit/ui/client/refused.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { useFailureText } from '@tsumugi/kit/ui/parts/failure-text.ts'
import type { Upload } from '@tsumugi/kit/ui/parts/use-uploads.ts'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './UnfinishedUploads.module.css'

type Unfinished = AnswerOf<typeof listUploads>['rows'][number]

interface UnfinishedUploadsProps {
  uploads: readonly Unfinished[]
  /** What this page is sending itself; it shows those with their progress. */
  here: readonly Upload[]
}

/** Files of this person's that began to arrive before the page was opened: how to go on with each. */
export function UnfinishedUploads({ uploads, here }: UnfinishedUploadsProps) {
  const t = useWords(orderPageWords)
  const others = uploads.filter(({ name, bytes }) => {
    return !here.some(({ file }) => file.size === bytes && file.name.normalize('NFC') === name)
  })
  if (others.length === 0) return null
  return (
    <section aria-label={t('unfinishedTitle')} className={styles.unfinished}>
      <h3 className={styles.title}>{t('unfinishedTitle')}</h3>
      <ul className={styles.list}>
        {others.map((upload) => (
          <UnfinishedLine key={upload.id} upload={upload} />
        ))}
      </ul>
    </section>
  )
}

function UnfinishedLine({ upload }: { upload: Unfinished }) {
  const t = useWords(orderPageWords)
  const { bytes } = useFormats()
  const text = useUnfinishedText()
  const cancel = useChange(cancelUpload, { topics: ['upload'] })
  return (
    <li className={styles.line} data-state={upload.state}>
      <span className={styles.name}>
        {upload.name} <span className={styles.size}>{bytes(upload.bytes)}</span>
      </span>
      <span>{text(upload)}</span>
      {upload.state !== 'checking' && (
        <Button
          variant="subtle"
          size="compact-md"
          loading={cancel.isPending}
          aria-label={t('unfinishedCancelFile', { name: upload.name })}
          onClick={() => cancel.mutate({ params: { uploadId: upload.id } })}
        >
          {upload.state === 'refused' ? t('unfinishedPutAway') : t('unfinishedCancel')}
        </Button>
      )}
    </li>
  )
}

function useUnfinishedText(): (upload: Unfinished) => string {
  const t = useWords(orderPageWords)
  const { share } = useFormats()
  const failureText = useFailureText()
  return ({ state, receivedBytes, bytes, refusal }) => {
    if (refusal) return failureText(new Refused(409, { ...refusal, code: refusal.code as RefusalCode })).text
    if (state === 'checking') return t('unfinishedChecking')
    return t('unfinishedArriving', { share: share(Math.floor((receivedBytes / bytes) * 100) / 100) })
  }
}
