import type { RequestOf } from '@tsumugi/kit/contract/endpoint.ts'
import { changeOrder } from '@tsumugi/kit/contract/orders.ts'
import { useClient } from '@tsumugi/kit/ui/client/client-context.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Order } from './order-look.ts'

/** The fields of a draft a client fills in. */
export type DraftFields = Required<Pick<Order, 'title' | 'brief' | 'labels' | 'dueOn' | 'deliveryFormats'>>

const saveAfterMs = 700

/** Keeps a draft's fields here and saves each change by itself; a change made meanwhile elsewhere is refused and said. */
export function useDraft(order: Order) {
  const { caller, queries } = useClient()
  const [fields, setFields] = useState<DraftFields>(() => fieldsOf(order))
  const [state, setState] = useState<{ saving: boolean; savedAt: string | null; failure: unknown }>({
    saving: false,
    savedAt: null,
    failure: null,
  })
  const version = useRef(order.version)
  const waiting = useRef<Partial<DraftFields>>({})
  const timer = useRef<number | undefined>(undefined)
  const sending = useRef<Promise<void>>(Promise.resolve())
  const orderId = order.id

  const send = useCallback(async () => {
    const changes = waiting.current
    if (Object.keys(changes).length === 0) return
    waiting.current = {}
    setState((old) => ({ ...old, saving: true }))
    try {
      const request: RequestOf<typeof changeOrder> = {
        params: { orderId },
        body: { ...changes, version: version.current },
      }
      const saved = await caller.call(changeOrder, request)
      version.current = saved.version
      setState({ saving: false, savedAt: new Date().toISOString(), failure: null })
    } catch (failure) {
      // What could not be saved waits for the next change; nothing typed is lost.
      waiting.current = { ...changes, ...waiting.current }
      setState((old) => ({ ...old, saving: false, failure }))
    }
  }, [caller, orderId])

  /** Saves at once what waits; resolves when it is saved or refused. */
  const flush = useCallback(() => {
    window.clearTimeout(timer.current)
    sending.current = sending.current.then(send)
    return sending.current
  }, [send])

  const change = useCallback(
    (part: Partial<DraftFields>) => {
      setFields((old) => ({ ...old, ...part }))
      // An emptied name is shown but not sent: an order always has one.
      if (part.title?.trim() === '') return
      waiting.current = { ...waiting.current, ...part }
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void flush(), saveAfterMs)
    },
    [flush],
  )

  useEffect(() => {
    const leave = () => void flush()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      void flush().then(() => queries.invalidateQueries())
    }
  }, [flush, queries])

  return { fields, change, flush, ...state }
}

function fieldsOf({ title, brief, labels, dueOn, deliveryFormats }: Order): DraftFields {
  return { title, brief, labels, dueOn, deliveryFormats }
}
