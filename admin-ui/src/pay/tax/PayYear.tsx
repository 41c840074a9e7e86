import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { downloadPaySummary, downloadPayYear, getPayYear } from '@tsumugi/kit/contract/withholding.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { SaveFile } from '@tsumugi/kit/ui/parts/SaveFile.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { withholdingWords } from '@tsumugi/kit/words/withholding.ts'
import { useState } from 'react'
import styles from './PayYear.module.css'

/** A calendar year of pay, person by person, and as a file. */
export function PayYear() {
  const t = useWords(withholdingWords)
  const { yen } = useFormats()
  const [chosen, setYear] = useState(() => new Date().getFullYear())
  const year = String(chosen)
  const answer = useAnswer(getPayYear, { params: { year } }, { topics: ['pay_month', 'transfer'], keepPrevious: true })
  const aside = (
    <div className={styles.choice}>
      <ActionIcon variant="default" aria-label={t('before')} onClick={() => setYear(chosen - 1)}>
        <IconChevronLeft aria-hidden />
      </ActionIcon>
      <ActionIcon variant="default" aria-label={t('after')} onClick={() => setYear(chosen + 1)}>
        <IconChevronRight aria-hidden />
      </ActionIcon>
      <SaveFile label={t('csv')} endpoint={downloadPayYear} request={{ params: { year } }} />
    </div>
  )
  return (
    <Section title={t('year', { year })} lead={t('yearLead')} aside={aside}>
      <Answered of={answer} loading={<Loading kind="rows" />}>
        {({ people }) => (
          <DataTable
            caption={t('year', { year })}
            rows={people}
            rowKey={({ person }) => person.id}
            empty={<EmptyState title={t('yearNone')}>{t('yearNoneHelp')}</EmptyState>}
            columns={[
              { key: 'person', title: t('person'), whole: true, cell: ({ person }) => person.name },
              { key: 'fee', title: t('fee'), align: 'end', cell: ({ feeYen }) => <Money yen={feeYen} /> },
              { key: 'base', title: t('base'), align: 'end', cell: ({ baseYen }) => <Money yen={baseYen} /> },
              { key: 'tax', title: t('withheld'), align: 'end', cell: (each) => <Money yen={each.withheldYen} /> },
              {
                key: 'paid',
                title: t('transfer'),
                align: 'end',
                cell: ({ transferYen, unpaid }) => (
                  <>
                    <Money yen={transferYen} strong />
                    {unpaid.transferYen > 0 && (
                      <span className={styles.unpaid}>{t('unpaid', { yen: yen(unpaid.transferYen) })}</span>
                    )}
                  </>
                ),
              },
              {
                key: 'report',
                title: t('report'),
                cell: ({ needsReport }) => needsReport && <StateChip tone="care" label={t('needed')} />,
              },
              {
                key: 'paper',
                title: t('paper'),
                align: 'end',
                cell: ({ person }) => (
                  <SaveFile
                    label="PDF"
                    spoken={t('paperOf', { name: person.name })}
                    variant="subtle"
                    endpoint={downloadPaySummary}
                    request={{ params: { year, personId: person.id, format: 'pdf' } }}
                  />
                ),
              },
            ]}
          />
        )}
      </Answered>
    </Section>
  )
}
