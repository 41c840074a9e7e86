import { ActionIcon, Button, Group } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconFileText } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { getMyMonth } from '@tsumugi/kit/contract/ledger.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { monthWords } from '@tsumugi/kit/words/month.ts'
import { rateWords } from '@tsumugi/kit/words/rates.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import styles from './MonthPage.module.css'
import { MyRates } from './MyRates.tsx'
import { addMonths, monthNow } from './months.ts'
import { PayByDay } from './PayByDay.tsx'
import { PayLines } from './PayLines.tsx'
import { Sums } from './Sums.tsx'
import { TaxPapers } from './TaxPapers.tsx'

/** What a month brought, line by line from the ledger. */
export function MonthPage() {
  const t = useWords(monthWords)
  const { month: monthName } = useFormats()
  const [month, setMonth] = useState(monthNow)
  const answer = useAnswer(getMyMonth, { query: { month } }, { topics: ['person', 'submission'], keepPrevious: true })
  return (
    <Page title={month === monthNow() ? t('title') : monthName(month)} lead={t('lead')} action={<More month={month} />}>
      <MonthChoice month={month} onChoose={setMonth} />
      <Answered of={answer} loading={<Loading kind="rows" count={4} />}>
        {(data) => (
          <>
            <Sums month={data} isRunning={data.month === monthNow()} />
            {data.lines.length === 0 ? (
              <EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>
            ) : (
              <>
                <PayByDay days={data.days} />
                <MyRates month={data.month} />
                <PayLines lines={data.lines} />
              </>
            )}
          </>
        )}
      </Answered>
      <TaxPapers />
    </Page>
  )
}

function More({ month }: { month: string }) {
  const t = useWords(monthWords)
  const rates = useWords(rateWords)
  const { can } = useMe()
  return (
    <Group gap="sm">
      {can['rate.read'] && (
        <Button component={Link} to={`/rates/${month}`} variant="default">
          {rates('ofTeam')}
        </Button>
      )}
      <Button component={Link} to="/statements" variant="default" leftSection={<IconFileText size={20} aria-hidden />}>
        {t('statements')}
      </Button>
    </Group>
  )
}

function MonthChoice({ month, onChoose }: { month: string; onChoose: (month: string) => void }) {
  const t = useWords(monthWords)
  const { month: monthName } = useFormats()
  return (
    <div className={styles.choice}>
      <ActionIcon variant="default" aria-label={t('before')} onClick={() => onChoose(addMonths(month, -1))}>
        <IconChevronLeft aria-hidden />
      </ActionIcon>
      <strong className={styles.month} aria-live="polite">
        {monthName(month)}
      </strong>
      <ActionIcon
        variant="default"
        aria-label={t('after')}
        disabled={month >= monthNow()}
        onClick={() => onChoose(addMonths(month, 1))}
      >
        <IconChevronRight aria-hidden />
      </ActionIcon>
    </div>
  )
}
