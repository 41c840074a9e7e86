import { Button } from '@mantine/core'
import { ages, getAgeing, sendReminder, useAdvance as useAdvanceEndpoint } from '@tsumugi/kit/contract/deposits.ts'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { ConfirmAction } from '@tsumugi/kit/ui/parts/ConfirmAction.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { depositWords } from '@tsumugi/kit/words/deposits.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './Deposits.module.css'

type Aged = AnswerOf<typeof getAgeing>['clients'][number]

/** What clients owe by the days since it was due. */
export function Ageing() {
  const t = useWords(depositWords)
  const answer = useAnswer(getAgeing, {}, { topics: ['invoice', 'deposit', 'deposit_import', 'advance', 'reminder'] })
  return (
    <Section title={t('ageing')} lead={t('ageingLead')}>
      <Answered of={answer} loading={<Loading kind="rows" count={2} />}>
        {({ clients, total, can }) => (
          <DataTable
            caption={t('ageing')}
            rows={clients.length > 1 ? [...clients, { ...total, client: null, remindedOn: null }] : clients}
            rowKey={({ client }) => client?.id ?? 'total'}
            empty={<EmptyState title={t('ageingNone')}>{t('ageingNoneHelp')}</EmptyState>}
            columns={[
              { key: 'client', title: t('client'), cell: ({ client }) => client?.name ?? t('total') },
              ...ages.map((age) => ({
                key: age,
                title: t(age),
                align: 'end' as const,
                cell: (row: Omit<Aged, 'client' | 'remindedOn'>) => row[age] !== 0 && <Money yen={row[age]} />,
              })),
              { key: 'open', title: t('openYen'), align: 'end', cell: ({ openYen }) => <Money yen={openYen} strong /> },
              {
                key: 'advance',
                title: t('advance'),
                align: 'end',
                cell: ({ advanceYen }) => advanceYen !== 0 && <Money yen={advanceYen} />,
              },
              {
                key: 'acts',
                title: t('acts'),
                cell: (row) => (row.client ? <Acts of={{ ...row, client: row.client }} can={can} /> : null),
              },
            ]}
          />
        )}
      </Answered>
    </Section>
  )
}

function Acts({ of, can }: { of: Aged; can: { remind: boolean; useAdvance: boolean } }) {
  const t = useWords(depositWords)
  const { day, yen } = useFormats()
  const toast = useToast()
  const remind = useChange(sendReminder)
  const spend = useChange(useAdvanceEndpoint)
  const { client, advanceYen, openYen, notDueYen, remindedOn } = of
  const params = { clientId: client.id }
  const overdueYen = openYen - notDueYen
  return (
    <div className={styles.acts}>
      {can.remind && overdueYen > 0 && (
        <ConfirmAction
          variant="default"
          label={t('remind')}
          title={t('remindTitle', { client: client.name })}
          confirmLabel={t('remind')}
          onConfirm={async () => {
            const { number } = await remind.mutateAsync({ params, body: { message: '' } })
            toast.done(t('reminded', { number }))
          }}
        >
          {t('remindText', { yen: yen(overdueYen) })}
        </ConfirmAction>
      )}
      {can.useAdvance && advanceYen > 0 && openYen > 0 && (
        <Button
          variant="default"
          title={t('useAdvanceText', { yen: yen(advanceYen) })}
          loading={spend.isPending}
          onClick={() =>
            spend.mutate({ params }, { onSuccess: ({ usedYen }) => toast.done(t('used', { yen: yen(usedYen) })) })
          }
        >
          {t('useAdvance')}
        </Button>
      )}
      {remindedOn && <small>{t('remindedOn', { day: day(remindedOn) })}</small>}
    </div>
  )
}
