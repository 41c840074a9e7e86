import { ActionIcon, Group } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { getMyMonth } from '@tsumugi/kit/contract/ledger.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Day, Figure, Figures, Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { Section, Sheet } from '@tsumugi/kit/ui/parts/Section.tsx'
import { monthWords } from '@tsumugi/kit/words/month.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import { addMonths, monthNow } from './months.ts'
import { PayByDay } from './PayByDay.tsx'

export type MyMonth = AnswerOf<typeof getMyMonth>

/** What a month brought, line by line from the ledger. */
export function MonthPage() {
  const t = useWords(monthWords)
  const { month: monthName } = useFormats()
  const [month, setMonth] = useState(monthNow)
  const answer = useAnswer(getMyMonth, { query: { month } }, { topics: ['person', 'submission'], keepPrevious: true })
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Group mb="lg" gap="xs">
        <ActionIcon size={44} variant="default" aria-label={t('before')} onClick={() => setMonth(addMonths(month, -1))}>
          <IconChevronLeft aria-hidden />
        </ActionIcon>
        <strong aria-live="polite">{monthName(month)}</strong>
        <ActionIcon
          size={44}
          variant="default"
          aria-label={t('after')}
          disabled={month >= monthNow()}
          onClick={() => setMonth(addMonths(month, 1))}
        >
          <IconChevronRight aria-hidden />
        </ActionIcon>
      </Group>
      <Answered of={answer}>
        {(data) => (
          <>
            <Sums month={data} />
            {data.lines.length > 0 && <PayByDay days={data.days} />}
            <Lines month={data} />
          </>
        )}
      </Answered>
    </Page>
  )
}

function Sums({ month }: { month: MyMonth }) {
  const t = useWords(monthWords)
  const { yen, minutes } = useFormats()
  return (
    <Sheet>
      <Figures>
        <Figure label={t('earned')} value={yen(month.earnedYen)} />
        <Figure label={t('waiting')} value={yen(month.waitingYen)} note={t('waitingNote')} />
        <Figure label={t('expected')} value={yen(month.expectedYen)} note={t('expectedNote')} />
        <Figure label={t('hours')} value={minutes(month.activeSeconds / 60)} />
        <Figure
          label={t('perHour')}
          value={month.effectiveYenPerHour === null ? t('perHourNone') : yen(month.effectiveYenPerHour)}
        />
      </Figures>
    </Sheet>
  )
}

function Lines({ month }: { month: MyMonth }) {
  const t = useWords(monthWords)
  const { number } = useFormats()
  return (
    <Section title={t('lines')}>
      <DataTable
        caption={t('lines')}
        rows={month.lines}
        rowKey={(line) => line.id}
        rowHref={(line) => `/work/${line.assignmentId}`}
        empty={<EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>}
        columns={[
          {
            key: 'work',
            title: t('work'),
            cell: (line) => t('workLine', { order: line.order.title, number: line.taskNumber }),
          },
          {
            key: 'cause',
            title: t('cause'),
            cell: (line) => (line.cause === 'review_done' ? t('causeReview') : t('causeWork')),
          },
          {
            key: 'units',
            title: t('units'),
            align: 'end',
            cell: (line) => t('unitsValue', { count: number(line.units) }),
          },
          { key: 'when', title: t('when'), cell: (line) => <Day value={line.postedAt} as="short" /> },
          { key: 'amount', title: t('amount'), align: 'end', cell: (line) => <Money yen={line.amountYen} /> },
        ]}
      />
    </Section>
  )
}
