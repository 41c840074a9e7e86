import { Button } from '@mantine/core'
import { submitOrder } from '@tsumugi/kit/contract/orders.ts'
import { Unreachable } from '@tsumugi/kit/ui/client/refused.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { FailureNote } from '@tsumugi/kit/ui/parts/ErrorState.tsx'
import { SavedNote } from '@tsumugi/kit/ui/parts/SavedNote.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { ConflictNote } from './ConflictNote.tsx'
import styles from './DraftBar.module.css'
import { todayInJapan } from './japan-days.ts'
import { missingParts, type Part } from './missing-parts.ts'
import type { Order } from './order-look.ts'
import type { useDraft } from './use-draft.ts'

interface DraftBarProps {
  order: Order
  draft: ReturnType<typeof useDraft>
}

/** Always in sight while a draft is written: where it is saved, what it still needs, and handing it in. */
export function DraftBar({ order, draft }: DraftBarProps) {
  const t = useWords(orderPageWords)
  const submit = useChange(submitOrder)
  const { labels, dueOn } = draft.fields
  const missing = missingParts({ items: order.items, labels: labels.length, dueOn }, todayInJapan())
  const failure = draft.failure instanceof Unreachable ? null : (draft.failure ?? submit.error)
  async function send() {
    if (await draft.flush()) submit.mutate({ params: { orderId: order.id } })
  }
  return (
    <div className={styles.bar}>
      {draft.conflict.length > 0 && <ConflictNote draft={draft} />}
      {failure !== null && <FailureNote failure={failure} />}
      <div className={styles.line}>
        <div className={styles.words}>
          {missing.length > 0 ? <Missing parts={missing} /> : <p className={styles.help}>{t('submitHelp')}</p>}
          <Saved draft={draft} />
        </div>
        {order.can.submit && (
          <Button loading={submit.isPending} disabled={missing.length > 0} onClick={() => void send()}>
            {t('submit')}
          </Button>
        )}
      </div>
    </div>
  )
}

function Saved({ draft }: { draft: DraftBarProps['draft'] }) {
  const t = useWords(orderPageWords)
  if (draft.failure instanceof Unreachable) return <SavedNote state="here" />
  if (draft.isSaving) return <SavedNote state="saving" />
  if (draft.savedAt) return <SavedNote state="saved" at={draft.savedAt} />
  return <p className={styles.quiet}>{t('savesItself')}</p>
}

/** Where each part is filled in. */
const places: Record<Part, string> = { images: 'draft-images', labels: 'draft-labels', due: 'draft-due' }

function Missing({ parts }: { parts: readonly Part[] }) {
  const t = useWords(orderPageWords)
  const names: Record<Part, string> = { images: t('images'), labels: t('labels'), due: t('fieldDue') }
  return (
    <p className={styles.missing}>
      {t('missing')}
      {parts.map((part) => (
        <button key={part} type="button" className={styles.part} onClick={() => goTo(places[part])}>
          {names[part]}
        </button>
      ))}
    </p>
  )
}

/** Brings a place of the page into sight and gives it the keyboard: itself, or the first thing in it to act on. */
function goTo(id: string): void {
  const place = document.getElementById(id)
  const target = place?.matches('input') ? place : place?.querySelector<HTMLElement>('button, input:not([hidden])')
  target?.focus({ preventScroll: true })
  target?.scrollIntoView({ block: 'center' })
}
