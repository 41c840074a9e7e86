import { Button } from '@mantine/core'
import { moveTasks } from '@tsumugi/kit/contract/tasks.ts'
import { listTeams } from '@tsumugi/kit/contract/teams.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import { NumberField, SelectField } from '@tsumugi/kit/ui/form/fields.tsx'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { allotmentWords } from '@tsumugi/kit/words/allotment.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import type { Order } from '../orders/order-look.ts'
import type { Team } from './team.ts'

/** Where a team cannot take on all it was given: its open tasks go to another. */
export function MoveTasks({ order }: { order: Order }) {
  const t = useWords(allotmentWords)
  const [isOpen, setOpen] = useState(false)
  const teams = useAnswer(listTeams, {}, { topics: ['team'], enabled: isOpen })
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('move')}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t('move')}>
        <p>{t('moveLead')}</p>
        <Answered of={teams}>
          {(data) => <MoveForm order={order} teams={data.teams} onDone={() => setOpen(false)} />}
        </Answered>
      </Dialog>
    </>
  )
}

interface MoveFormProps {
  order: Order
  teams: readonly Team[]
  onDone: () => void
}

function MoveForm({ order, teams, onDone }: MoveFormProps) {
  const t = useWords(allotmentWords)
  const toast = useToast()
  const move = useChange(moveTasks)
  const givers = order.allotments.filter(({ progress }) => progress.open > 0)
  const most = givers.toSorted((a, b) => b.progress.open - a.progress.open)[0]
  const fromTeamId = most?.team.id ?? ''
  const toTeamId = teams.find(({ id }) => id !== fromTeamId)?.id ?? ''
  const form = useContractForm(moveTasks.body, { fromTeamId, toTeamId, count: most?.progress.open ?? 1 })
  return (
    <Form
      form={form}
      submit={t('moveDo')}
      onSubmit={async (body) => {
        const { moved } = await move.mutateAsync({ params: { orderId: order.id }, body })
        toast.done(t('moved', { count: moved }))
        onDone()
      }}
    >
      <SelectField
        name="fromTeamId"
        label={t('moveFrom')}
        data-autofocus
        data={givers.map(({ team, progress }) => ({
          value: team.id,
          label: t('teamOpen', { team: team.name, count: progress.open }),
        }))}
      />
      <SelectField
        name="toTeamId"
        label={t('moveTo')}
        data={teams.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <NumberField name="count" label={t('moveCount')} allowDecimal={false} />
    </Form>
  )
}
