import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { downloadStatement } from '../../contract/documents.ts'
import { answerStatement, confirmStatement, disputeStatement, getStatement } from '../../contract/pay.ts'
import { payWords } from '../../words/pay.ts'
import { useFormats } from '../../words/use-formats.ts'
import { useWords } from '../../words/use-words.ts'
import { useAnswer } from '../client/use-answer.ts'
import { useChange } from '../client/use-change.ts'
import { Answered } from '../parts/Answered.tsx'
import { ConfirmAction } from '../parts/ConfirmAction.tsx'
import { FailureNote } from '../parts/ErrorState.tsx'
import { Loading } from '../parts/Loading.tsx'
import { Page } from '../parts/Page.tsx'
import { SaveFile } from '../parts/SaveFile.tsx'
import { Section, Sheet } from '../parts/Section.tsx'
import { StatementChip } from './StatementChip.tsx'
import styles from './StatementPage.module.css'
import { type Statement, StatementText } from './StatementText.tsx'

/** One statement: for the person it is for, to confirm or dispute; for those who run the pay, to answer. */
export function StatementPage({ backTo, backLabel }: { backTo: string; backLabel: string }) {
  const t = useWords(payWords)
  const { day, month } = useFormats()
  const { statementId = '' } = useParams({ strict: false })
  const answer = useAnswer(getStatement, { params: { statementId } }, { topics: ['statement', 'transfer'] })
  const statement = answer.data
  return (
    <Page
      title={statement ? t('statementTitle', { month: month(statement.month) }) : t('statement')}
      lead={t('statementLead')}
      meta={statement && <StatementChip state={statement.state} isOwn={statement.can.confirm} />}
      back={<Link to={backTo}>{backLabel}</Link>}
      action={statement && <Acts statement={statement} />}
    >
      <Answered of={answer} loading={<Loading count={8} />}>
        {(data) => (
          <>
            {data.payment?.state === 'returned' && (
              <Talk title={t('cameBackTitle')}>
                {t('cameBackText', { day: day(data.payment.on), reason: data.payment.returnReason ?? '' })}
              </Talk>
            )}
            <Talk title={t('yourDispute')}>{data.disputeReason}</Talk>
            <Talk title={t('theAnswer')}>{data.answer}</Talk>
            <Sheet>
              <StatementText statement={data} />
            </Sheet>
          </>
        )}
      </Answered>
    </Page>
  )
}

function Acts({ statement }: { statement: Statement }) {
  const t = useWords(payWords)
  const request = { params: { statementId: statement.id } }
  const confirm = useChange(confirmStatement)
  const dispute = useChange(disputeStatement)
  const answer = useChange(answerStatement)
  return (
    <div className={styles.acts}>
      {confirm.error && <FailureNote failure={confirm.error} />}
      {statement.can.confirm && (
        <Button loading={confirm.isPending} onClick={() => confirm.mutate(request)}>
          {t('confirm')}
        </Button>
      )}
      {statement.can.dispute && (
        <ConfirmAction
          variant="default"
          label={t('dispute')}
          title={t('disputeTitle')}
          confirmLabel={t('disputeConfirm')}
          withReason
          reasonLabel={t('disputeWhat')}
          onConfirm={(reason) => dispute.mutateAsync({ ...request, body: { reason } })}
        >
          {t('disputeText')}
        </ConfirmAction>
      )}
      {statement.can.answer && (
        <ConfirmAction
          label={t('answer')}
          title={t('answerTitle')}
          confirmLabel={t('answerConfirm')}
          withReason
          reasonLabel={t('answerWhat')}
          onConfirm={(reason) => answer.mutateAsync({ ...request, body: { answer: reason } })}
        >
          {t('answerText')}
        </ConfirmAction>
      )}
      <SaveFile
        variant="subtle"
        label={t('pdf')}
        endpoint={downloadStatement}
        request={{ params: { statementId: statement.id, format: 'pdf' } }}
      />
      <SaveFile
        variant="subtle"
        label={t('csv')}
        endpoint={downloadStatement}
        request={{ params: { statementId: statement.id, format: 'csv' } }}
      />
      <Button variant="subtle" leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => window.print()}>
        {t('print')}
      </Button>
    </div>
  )
}

function Talk({ title, children }: { title: string; children: ReactNode }) {
  if (!children) return null
  return (
    <Section title={title} sheet>
      <p className={styles.talk}>{children}</p>
    </Section>
  )
}
