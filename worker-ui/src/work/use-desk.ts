import { useTimeFactor } from '@tsumugi/kit/ui/app/time-factor.ts'
import { useClient } from '@tsumugi/kit/ui/client/client-context.ts'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Desk } from './desk.ts'
import type { Assignment, DeskTime, DeskView } from './desk-view.ts'

/** The desk once it is open; `elsewhere` while another tab of this device has it. */
export interface OpenedDesk {
  desk: Desk | null
  elsewhere: boolean
  /** Brings the work to this tab; the other one steps back. */
  takeOver: () => void
}

/** Another tab that is just closing lets go within this time. */
const letGoMs = 600

/** Opens the work on this device for as long as the page is shown: one tab at a time. */
export function useDesk(assignment: Assignment, personId: string): OpenedDesk {
  const { caller } = useClient()
  const [desk, setDesk] = useState<Desk | null>(null)
  const [elsewhere, setElsewhere] = useState(false)
  const [turn, setTurn] = useState(0)
  const first = useRef(assignment)
  first.current = assignment
  const factor = useRef(1)
  factor.current = useTimeFactor()
  const { id } = assignment

  useEffect(() => {
    let opened: Desk | null = null
    const end = new AbortController()
    const work = async () => {
      setElsewhere(false)
      opened = await Desk.open(first.current, personId, caller, factor.current)
      if (end.signal.aborted) return opened.close()
      setDesk(opened)
      await new Promise((resolve) => end.signal.addEventListener('abort', resolve))
    }
    void holding(`tsumugi.work.${id}`, turn > 0, end.signal, work).then((outcome) => {
      if (outcome === 'done' || end.signal.aborted) return
      opened?.close({ isOver: true })
      setDesk(null)
      setElsewhere(true)
    })
    return () => {
      end.abort()
      opened?.close()
      setDesk(null)
    }
  }, [id, personId, caller, turn])

  return { desk, elsewhere, takeOver: () => setTurn((before) => before + 1) }
}

/** Does the work while holding a lock that all tabs of this device share. Answers `taken` when another tab has or takes it. */
async function holding(
  name: string,
  steal: boolean,
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<'done' | 'taken'> {
  if (!('locks' in navigator)) return work().then(() => 'done' as const)
  const waiting = new AbortController()
  const giveUp = setTimeout(() => waiting.abort(), letGoMs)
  signal.addEventListener('abort', () => waiting.abort())
  try {
    await navigator.locks.request(name, steal ? { steal } : { signal: waiting.signal }, async () => {
      clearTimeout(giveUp)
      await work()
    })
    return 'done'
  } catch {
    return 'taken'
  } finally {
    clearTimeout(giveUp)
  }
}

/** What is on the desk. */
export function useDeskView(desk: Desk): DeskView {
  return useSyncExternalStore(desk.subscribe, desk.snapshot)
}

/** Time worked; changes once a minute and when it rests. */
export function useDeskTime(desk: Desk): DeskTime {
  return useSyncExternalStore(desk.subscribe, desk.timeSnapshot)
}
