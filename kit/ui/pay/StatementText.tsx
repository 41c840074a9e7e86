import { Fragment } from 'react'
import type { AnswerOf } from '../../contract/endpoint.ts'
import type { getStatement } from '../../contract/pay.ts'
import { additionWords } from '../../words/additions.ts'
import { payWords } from '../../words/pay.ts'
import { useFormats } from '../../words/use-formats.ts'
import { useWords } from '../../words/use-words.ts'
import { Day, Figure, Figures, Money } from '../parts/Amounts.tsx'
import { DataTable } from '../parts/DataTable.tsx'
import styles from './StatementText.module.css'

/** A statement, as the server tells it. */
export type Statement = AnswerOf<typeof getStatement>

/** A statement to read and to print: who pays whom, the sums with the tax of the whole, and every line (仕入明細書). */
export function StatementText({ statement }: { statement: Statement }) {
  const t = useWords(payWords)
  const { day, month, yen } = useFormats()
  return (
    <>
      <div className={styles.first}>
        <Figures>
          <Figure
            label={t('transfer')}
            value={yen(statement.transferYen)}
            note={t(noteOf(statement), { day: day(statement.payment?.on ?? statement.payOn) })}
          />
        </Figures>
      </div>
      <dl className={styles.head}>
        {(
          [
            [t('supplier'), statement.person.name],
            [t('orderer'), statement.ordererName],
            [
              t('registration'),
              statement.parts.map((part) => part.registrationNumber ?? t('noRegistration')).join(' · '),
            ],
            [t('period'), month(statement.month)],
            [t('number'), `${statement.month}-${String(statement.number).padStart(4, '0')}`],
          ] as const
        ).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Sums statement={statement} />
      <p className={styles.rule}>{t('silenceRule', { day: day(statement.confirmBy) })}</p>
      <Lines statement={statement} />
    </>
  )
}

function noteOf({ payment }: Statement): 'paidOn' | 'sentOn' | 'cameBackOn' {
  if (payment === null) return 'paidOn'
  return payment.state === 'sent' ? 'sentOn' : 'cameBackOn'
}

function Sums({ statement }: { statement: Statement }) {
  const t = useWords(payWords)
  const { day, share, yen } = useFormats()
  const { feeYen, taxYen, withheldYen, transferYen } = statement
  return (
    <dl className={styles.sums}>
      <dt>{t('fee')}</dt>
      <dd>
        <Money yen={feeYen} />
      </dd>
      <dt>{t('taxLine', { rate: share(statement.taxRateBp / 10_000) })}</dt>
      <dd>
        <Money yen={taxYen} />
      </dd>
      {statement.parts.length > 1 &&
        statement.parts.map((part) => (
          <Fragment key={part.registrationNumber}>
            <dt className={styles.part}>
              {t('partOf', {
                what: part.registrationNumber ?? t('noRegistration'),
                from: day(part.fromOn, 'short'),
                to: day(part.toOn, 'short'),
                tax: yen(part.taxYen),
              })}
            </dt>
            <dd className={styles.part}>
              <Money yen={part.feeYen + part.taxYen} />
            </dd>
          </Fragment>
        ))}
      {withheldYen > 0 && (
        <>
          <dt>{t('withheldOf', { base: yen(statement.withholdingBaseYen) })}</dt>
          <dd>
            <Money yen={-withheldYen} />
          </dd>
        </>
      )}
      <dt className={styles.transfer}>{t('transfer')}</dt>
      <dd className={styles.transfer}>
        <Money yen={transferYen} strong />
      </dd>
    </dl>
  )
}

function Work({ line: { cause, order, taskNumber, addition, isWithheldFrom } }: { line: Statement['lines'][number] }) {
  const t = useWords(payWords)
  const kind = useWords(additionWords)
  const task = { order: order?.title ?? '', number: taskNumber ?? 0 }
  const { yen, minutes } = useFormats()
  const of = addition && { kind: kind(addition.kind), reason: addition.reason }
  const time = addition?.time
  const work = of
    ? time
      ? t('timedOf', { ...of, time: minutes(time.minutes), rate: yen(time.yenPerHour) })
      : t('additionOf', of)
    : t(cause === 'review_done' ? 'reviewOf' : cause === 'hand_over_shared' ? 'sharedOf' : 'workOf', task)
  return isWithheldFrom ? t('withheldFrom', { work }) : work
}

/** Images, the part of them where work changed hands, or the minutes paid by the hour, with those worked where they differ. */
function Quantity({ line }: { line: Statement['lines'][number] }) {
  const t = useWords(payWords)
  const { minutes, share } = useFormats()
  const { paidMinutes, workedMinutes, shareBp, units } = line
  if (paidMinutes !== null) {
    const paid = minutes(paidMinutes)
    if (workedMinutes === null || workedMinutes === paidMinutes) return t('minutesPaid', { paid })
    return t('minutesBoth', { paid, worked: minutes(workedMinutes) })
  }
  if (units === null) return null
  return shareBp === null
    ? t('units', { count: units })
    : t('partOfUnits', { count: units, share: share(shareBp / 10_000) })
}

function Lines({ statement }: { statement: Statement }) {
  const t = useWords(payWords)
  return (
    <DataTable
      caption={t('linesTitle')}
      rows={statement.lines}
      rowKey={(line) => line.id}
      columns={[
        {
          key: 'work',
          title: t('work'),
          cell: (line) => <Work line={line} />,
        },
        { key: 'day', title: t('day'), whole: true, cell: (line) => <Day value={line.receivedOn} as="short" /> },
        {
          key: 'units',
          title: t('quantity'),
          align: 'end',
          cell: (line) => <Quantity line={line} />,
        },
        { key: 'amount', title: t('amount'), align: 'end', cell: (line) => <Money yen={line.amountYen} /> },
      ]}
    />
  )
}
