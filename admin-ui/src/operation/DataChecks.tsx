import { getDataCheck } from '@tsumugi/kit/contract/operation.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { jobWords } from '@tsumugi/kit/words/jobs.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useLanguage, useWords } from '@tsumugi/kit/words/use-words.ts'

/** From so many on records are not counted further. */
const countMax = 1_000

/** Whether everything agreed last night, and if not, what in plain words. */
export function DataChecks() {
  const t = useWords(jobWords)
  const { moment } = useFormats()
  const language = useLanguage()
  const checks = useAnswer(getDataCheck, {}, { topics: ['job'] })
  return (
    <Section title={t('checks')} lead={t('checksLead')}>
      <Answered of={checks}>
        {({ last }) => {
          if (last === null) return <EmptyState title={t('checksNever')} />
          const { checked, finishedAt, findings } = last
          const isWell = findings.length === 0
          return (
            <>
              <StateChip tone={isWell ? 'good' : 'bad'} label={t(isWell ? 'checksHold' : 'checksBroken')} />
              <p>{t('checksWhen', { checked, time: moment(finishedAt) })}</p>
              {!isWell && (
                <>
                  <p>{t('checksHelp')}</p>
                  <DataTable
                    caption={t('broken')}
                    rows={findings}
                    rowKey={({ en }) => en}
                    empty={null}
                    columns={[
                      { key: 'broken', title: t('broken'), cell: (finding) => finding[language] },
                      {
                        key: 'rows',
                        title: t('rows'),
                        whole: true,
                        cell: ({ count }) => t(count < countMax ? 'counted' : 'countedTo', { count }),
                      },
                    ]}
                  />
                </>
              )}
            </>
          )
        }}
      </Answered>
    </Section>
  )
}
