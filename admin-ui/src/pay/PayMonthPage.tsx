import { Link, useParams } from '@tanstack/react-router'
import { getPayMonth } from '@tsumugi/kit/contract/pay.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Figure, Figures, Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { type Step, Steps } from '@tsumugi/kit/ui/parts/Steps.tsx'
import { payWords } from '@tsumugi/kit/words/pay.ts'
import { rateWords } from '@tsumugi/kit/words/rates.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { PayMonthActs } from './PayMonthActs.tsx'
import { PayMonthChip } from './PayMonthChip.tsx'
import styles from './PayMonthPage.module.css'
import { PayPeople } from './PayPeople.tsx'
import { PayQuestions } from './PayQuestions.tsx'
import type { PayMonth } from './pay-month.ts'

/** One month: what stands open, what everybody gets, and the two people's steps to its close. */
export function PayMonthPage() {
  const t = useWords(payWords)
  const rateWord = useWords(rateWords)
  const { day, month: monthName } = useFormats()
  const { month = '' } = useParams({ strict: false })
  const answer = useAnswer(
    getPayMonth,
    { params: { month } },
    { topics: ['pay_month', 'pay_addition', 'statement', 'submission', 'task'] },
  )
  const data = answer.data
  return (
    <Page
      title={t('monthTitle', { month: monthName(month) })}
      lead={data && t('monthLead', { day: day(data.payOn) })}
      meta={data && <PayMonthChip state={data.state} />}
      back={<Link to="/pay">{t('toMonths')}</Link>}
      action={data && <PayMonthActs month={data} />}
      width="wide"
    >
      <Answered of={answer} loading={<Loading kind="rows" count={8} />}>
        {(loaded) => (
          <>
            <Deeds month={loaded} />
            <Sums month={loaded} />
            {loaded.state !== 'closed' && <PayQuestions month={loaded} />}
            <p>
              {loaded.state === 'closed' ? (
                <Link to={`/pay/${month}/transfers`}>{t('toTransfers')}</Link>
              ) : (
                <Link to={`/pay/${month}/additions`}>{t('toAdditions')}</Link>
              )}
            </p>
            <p>
              <Link to={`/pay/${month}/rates`}>{rateWord('toRates')}</Link>
            </p>
            <PayPeople month={loaded} />
          </>
        )}
      </Answered>
    </Page>
  )
}

/** Who proposed and who approved, on a thread. */
function Deeds({ month }: { month: PayMonth }) {
  const t = useWords(payWords)
  const { proposed, approved, closedAt } = month
  const steps: Step[] = [
    {
      key: 'proposed',
      title: t('stepProposed'),
      state: proposed ? 'done' : 'now',
      ...(proposed && { at: proposed.at, detail: t('proposedBy', { name: proposed.by.name }) }),
    },
    {
      key: 'approved',
      title: t('stepApproved'),
      state: approved ? 'done' : proposed ? 'now' : 'next',
      ...(approved && { at: approved.at, detail: t('approvedBy', { name: approved.by.name }) }),
    },
    {
      key: 'closed',
      title: t('stepClosed'),
      state: closedAt ? 'done' : approved ? 'now' : 'next',
      ...(closedAt && { at: closedAt }),
    },
  ]
  return <Steps steps={steps} label={t('state')} across />
}

function Sums({ month: { totals } }: { month: PayMonth }) {
  const t = useWords(payWords)
  const { yen } = useFormats()
  const difference = totals.transferYen - totals.lastTransferYen
  return (
    <div className={styles.sums}>
      <Figures>
        <Figure
          label={t('transfer')}
          value={yen(totals.transferYen)}
          note={
            <>
              {t('difference')} <Money yen={difference} signed />
            </>
          }
        />
        <Figure label={t('people')} value={t('peopleCount', { count: totals.people })} />
        <Figure label={t('fee')} value={yen(totals.feeYen)} />
        <Figure
          label={t('tax')}
          value={yen(totals.taxYen)}
          note={
            totals.withheldYen > 0 && (
              <>
                {t('withheld')} <Money yen={-totals.withheldYen} />
              </>
            )
          }
        />
      </Figures>
    </div>
  )
}
