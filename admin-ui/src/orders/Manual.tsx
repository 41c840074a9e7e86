import { Button } from '@mantine/core'
import { getManual } from '@tsumugi/kit/contract/manuals.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { Section, Sheet } from '@tsumugi/kit/ui/parts/Section.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import { ManualClauses } from './ManualClauses.tsx'
import { ManualEditor } from './ManualEditor.tsx'
import type { Order } from './order-look.ts'

/** How the work is to be done; a new version replaces the whole of the last. Clients do not see it. */
export function Manual({ order }: { order: Order }) {
  const me = useMe()
  return me.can['manual.read'] ? <ManualSection order={order} /> : null
}

function ManualSection({ order }: { order: Order }) {
  const t = useWords(orderPageWords)
  const manual = useAnswer(getManual, { params: { orderId: order.id } }, { topics: [`order:${order.id}`, 'manual'] })
  const [isWriting, setWriting] = useState(false)
  return (
    <Section
      title={t('manual')}
      lead={t('manualLead')}
      aside={manual.data && manual.data.version > 0 && t('manualVersion', { version: manual.data.version })}
    >
      <Answered of={manual}>
        {(data) => {
          if (isWriting) {
            return (
              <Sheet>
                <ManualEditor order={order} manual={data} onEnd={() => setWriting(false)} />
              </Sheet>
            )
          }
          return (
            <>
              <ManualClauses manual={data} />
              {data.can.publish && (
                <Button variant="default" mt="md" onClick={() => setWriting(true)}>
                  {data.version === 0 ? t('manualWrite') : t('manualEdit')}
                </Button>
              )}
            </>
          )
        }}
      </Answered>
    </Section>
  )
}
