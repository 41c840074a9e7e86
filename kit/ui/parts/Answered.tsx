import type { ReactNode } from 'react'
import { ErrorState } from './ErrorState.tsx'
import { Loading } from './Loading.tsx'

interface AnsweredProps<Data> {
  /** What `useAnswer` returned. */
  of: { data: Data | undefined; error: unknown; refetch: () => unknown }
  /** The shape of the content; three lines unless told. */
  loading?: ReactNode
  children: (data: Data) => ReactNode
}

/** Shows an answer: its loading shape, its failure with a way to try again, or the content. An old answer stays while a new one fails. */
export function Answered<Data>({ of, loading = <Loading />, children }: AnsweredProps<Data>) {
  if (of.data !== undefined) return children(of.data)
  if (of.error) return <ErrorState failure={of.error} onRetry={() => void of.refetch()} />
  return loading
}
