import type { ReactNode } from 'react'
import { ErrorState } from './ErrorState.tsx'
import { Loading } from './Loading.tsx'

interface AnsweredRowsProps<Row> {
  /** What `useRows` returned. */
  of: { rows: readonly Row[] | undefined; error: unknown; refetch: () => void }
  loading?: ReactNode
  children: (rows: readonly Row[]) => ReactNode
}

/** As `Answered`, for a list that goes on. */
export function AnsweredRows<Row>({ of, loading = <Loading kind="rows" />, children }: AnsweredRowsProps<Row>) {
  if (of.rows !== undefined) return children(of.rows)
  if (of.error) return <ErrorState failure={of.error} onRetry={of.refetch} />
  return loading
}
