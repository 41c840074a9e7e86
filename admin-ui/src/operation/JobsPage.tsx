import { Button, NativeSelect } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type JobState, jobStates, listJobs, listRegularJobs, retryJob } from '@tsumugi/kit/contract/operation.ts'
import { type RowOf, useAnswer, useRows } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Day } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { AnsweredRows } from '@tsumugi/kit/ui/parts/AnsweredRows.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { StateChip, type Tone } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { jobWords } from '@tsumugi/kit/words/jobs.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import { DataChecks } from './DataChecks.tsx'
import styles from './JobsPage.module.css'
import { useJobError, useJobName } from './job-words.ts'

type Job = RowOf<typeof listJobs>

/** Jobs come and go many times a second and tell nobody: the page looks again every so often. */
const lookAgainMs = 4_000
const tones = { running: 'now', waiting: 'quiet', retrying: 'care', failed: 'bad' } as const satisfies Record<
  JobState,
  Tone
>

/** What the house does in the background: what runs, what waits, what failed and why, and a way to try again. */
export function JobsPage() {
  const t = useWords(jobWords)
  const [state, setState] = useState<JobState | ''>('')
  const jobs = useRows(
    listJobs,
    { query: state === '' ? {} : { state } },
    { topics: ['job'], keepPrevious: true, everyMs: lookAgainMs },
  )
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      <NativeSelect
        label={t('filter')}
        value={state}
        onChange={(event) => setState(event.currentTarget.value as JobState | '')}
        data={[{ value: '', label: t('all') }, ...jobStates.map((each) => ({ value: each, label: t(each) }))]}
        maw="28rem"
        mb="lg"
      />
      <div className={styles.jobs}>
        <AnsweredRows of={jobs}>
          {(rows) => (
            <JobTable
              rows={rows}
              more={jobs}
              empty={
                state === '' ? (
                  <EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>
                ) : (
                  <EmptyState title={t('noneHere')} />
                )
              }
            />
          )}
        </AnsweredRows>
      </div>
      <DataChecks />
      <RegularJobs />
    </Page>
  )
}

interface JobTableProps {
  rows: readonly Job[]
  more: { hasMore: boolean; isLoadingMore: boolean; more: () => void }
  empty: React.ReactNode
}

function JobTable({ rows, more, empty }: JobTableProps) {
  const t = useWords(jobWords)
  const nameOf = useJobName()
  const errorOf = useJobError()
  return (
    <DataTable
      caption={t('title')}
      rows={rows}
      rowKey={(job) => job.id}
      more={more}
      empty={empty}
      columns={[
        { key: 'job', title: t('job'), cell: (job) => nameOf(job.name) },
        { key: 'state', title: t('state'), cell: (job) => <State job={job} /> },
        {
          key: 'for',
          title: t('forWhat'),
          cell: ({ order }) => order && <Link to={`/orders/${order.id}`}>{order.title}</Link>,
        },
        {
          key: 'why',
          title: t('why'),
          cell: ({ error }) => error && <span className={styles.error}>{errorOf(error)}</span>,
        },
        {
          key: 'retry',
          title: t('retry'),
          align: 'end',
          whole: true,
          cell: (job) => job.can.retry && <Retry job={job} />,
        },
      ]}
    />
  )
}

/** The state, since when or until when, and how many tries there were. */
function State({ job }: { job: Job }) {
  const t = useWords(jobWords)
  const { moment } = useFormats()
  const { state, at, addedAt, attempts, attemptsMax: most } = job
  const when =
    at === null
      ? t('added', { time: moment(addedAt) })
      : t(state === 'running' ? 'since' : 'next', { time: moment(at) })
  return (
    <>
      <StateChip tone={tones[state]} label={t(state)} />
      <div className={styles.when}>{when}</div>
      {attempts > 0 && <div className={styles.when}>{t('attempts', { attempts, most })}</div>}
    </>
  )
}

function Retry({ job }: { job: Job }) {
  const t = useWords(jobWords)
  const nameOf = useJobName()
  const toast = useToast()
  const retry = useChange(retryJob, {
    topics: ['job'],
    onDone: () => toast.done(t('retried')),
    onRefused: toast.failed,
  })
  return (
    <Button
      variant="default"
      miw="max-content"
      loading={retry.isPending}
      aria-label={t('retryOf', { name: nameOf(job.name) })}
      onClick={() => retry.mutate({ params: { jobId: job.id } })}
    >
      {t('retry')}
    </Button>
  )
}

function RegularJobs() {
  const t = useWords(jobWords)
  const nameOf = useJobName()
  const jobs = useAnswer(listRegularJobs, {}, { topics: ['job'], everyMs: 10 * lookAgainMs })
  return (
    <Section title={t('regular')} lead={t('regularLead')}>
      <Answered of={jobs}>
        {({ rows }) => (
          <DataTable
            caption={t('regular')}
            rows={rows}
            rowKey={({ name }) => name}
            empty={<EmptyState title={t('never')} />}
            columns={[
              { key: 'job', title: t('job'), cell: ({ name }) => nameOf(name) },
              {
                key: 'last',
                title: t('last'),
                whole: true,
                cell: ({ lastAt }) => (lastAt === null ? t('never') : <Day value={lastAt} as="moment" />),
              },
            ]}
          />
        )}
      </Answered>
    </Section>
  )
}
