import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import type { AnswerOf, Endpoint, RequestOf } from '../../contract/endpoint.ts'
import { useClient } from './client-context.ts'
import { readAgain } from './live.ts'
import type { CallFailure } from './refused.ts'

export interface ChangeOptions<E extends Endpoint> {
  /** Topics this changes, read again at once without waiting for the socket. Left out: every answer on the screen. */
  topics?: readonly string[]
  onDone?: (answer: AnswerOf<E>, request: RequestOf<E>) => void
  onRefused?: (failure: CallFailure, request: RequestOf<E>) => void
}

/** Asks the server for a change: `const accept = useChange(acceptDelivery)`, then `accept.mutate({ params: { deliveryId } })`. */
export function useChange<E extends Endpoint>(
  endpoint: E,
  { topics, onDone, onRefused }: ChangeOptions<E> = {},
): UseMutationResult<AnswerOf<E>, CallFailure, RequestOf<E>> {
  const { caller, queries } = useClient()
  return useMutation<AnswerOf<E>, CallFailure, RequestOf<E>>({
    mutationKey: [endpoint.name],
    mutationFn: (request) =>
      (caller.call as (endpoint: E, request: RequestOf<E>) => Promise<AnswerOf<E>>)(endpoint, request),
    onSuccess: (answer, request) => {
      void (topics ? readAgain(queries, new Set(topics)) : queries.invalidateQueries())
      onDone?.(answer, request)
    },
    ...(onRefused && { onError: onRefused }),
    // A change is never sent by itself later: the person would not know what happened to it.
    networkMode: 'always',
  })
}
