import { saveDraft } from '@tsumugi/kit/contract/answers.ts'
import { getAssignment } from '@tsumugi/kit/contract/tasks.ts'
import { emptyAnswer, type ImageAnswer } from '@tsumugi/kit/surfaces/image/answer.ts'
import type { Caller } from '@tsumugi/kit/ui/client/call.ts'
import { Refused } from '@tsumugi/kit/ui/client/refused.ts'
import { type ActiveTime, activeTime, looked, secondsOf, stirred } from './active-time.ts'
import { markOfAnswer } from './answer-mark.ts'
import { type Assignment, type DeskTime, type DeskView, markOf, serverDraftOf } from './desk-view.ts'
import { DeviceCopy } from './device-copy.ts'
import { forgetOld, keepAside, type Place, readDraft, type Work } from './device-store.ts'
import * as sync from './draft-sync.ts'

/** Saving that takes longer than this is said. */
const quietMs = 3_000
/** While somebody works without changing anything, the time and the right to work on are renewed this often. */
const beatSeconds = 60
/** A save without an answer for this long counts as lost and is sent again. */
const answerMaxMs = 15_000

/**
 * The server's draft, read again when this device knows of a newer one: a save of the tab before may have landed after
 * the assignment was read. Without a line the device's word is taken.
 */
async function serverDraftNow(assignment: Assignment, kept: sync.KeptState<Work> | null, caller: Caller) {
  const read = serverDraftOf(assignment.draft)
  if (kept === null || (read?.version ?? 0) >= kept.base) return read
  const again = await caller.call(getAssignment, { params: { assignmentId: assignment.id } }).catch(() => null)
  if (again) return serverDraftOf(again.draft)
  const { base: version, newest: content } = kept
  return { version, content, mark: '', savedAt: read?.savedAt ?? new Date().toISOString() }
}

/**
 * Work in progress, outside React: every change goes to this device at once and to the server within two seconds; time
 * worked is counted; nothing is lost by a closed tab, a lost line or a second device.
 */
export class Desk {
  private state: sync.SyncState<Work>
  private view: DeskView
  private time: ActiveTime
  private shownTime: DeskTime
  private readonly listeners = new Set<() => void>()
  private readonly stop = new AbortController()
  private readonly ticking: ReturnType<typeof setInterval>
  private sendTimer: ReturnType<typeof setTimeout> | undefined
  /** Instants in milliseconds; 0 for none. */
  private times = { firstEditAt: 0, lastEditAt: 0, lostAt: 0, unsavedAt: 0 }
  private readonly copy: DeviceCopy
  private isPaused = false
  private readonly place: Place
  private readonly caller: Caller

  /** Compares the copy of this device with the server's and opens what is newer. */
  static async open(assignment: Assignment, personId: string, caller: Caller, timeFactor = 1): Promise<Desk> {
    const place = { personId, assignmentId: assignment.id }
    let keepsHere = true
    const kept = await readDraft(place).catch(() => {
      keepsHere = false
      return null
    })
    if (keepsHere) void forgetOld().catch(() => undefined)
    const itemIds = assignment.items.map(({ id }) => id)
    // What was handed in is where mending begins, should there be no draft of it.
    const answer = assignment.submissions.at(-1)?.answer ?? emptyAnswer(itemIds)
    const blank: Work = { answer, activeSeconds: 0, unfinished: null, itemId: null }
    const server = await serverDraftNow(assignment, kept, caller)
    const step = sync.opened(server, kept, blank, markOf)
    const seconds = Math.max(server?.content.activeSeconds ?? 0, step.state.newest.activeSeconds)
    const desk = new Desk(place, caller, step.state, activeTime(seconds, Date.now(), timeFactor))
    desk.show({ savedAt: server?.savedAt ?? null, leaseUntil: assignment.leaseUntil, keepsHere })
    void desk.setAside(step.aside, 'there')
    desk.edited()
    return desk
  }

  private constructor(place: Place, caller: Caller, state: sync.SyncState<Work>, time: ActiveTime) {
    this.place = place
    this.caller = caller
    this.state = state
    this.time = time
    this.shownTime = { minutes: Math.floor(secondsOf(time) / 60), isActive: true }
    const { newest: work, halt } = state
    this.view = {
      work,
      halt,
      saved: 'saved',
      savedAt: null,
      leaseUntil: null,
      keepsHere: true,
      trouble: null,
      asideTurn: 0,
    }
    this.copy = new DeviceCopy(place, (keepsHere) => this.show({ keepsHere }))
    this.ticking = setInterval(() => this.tick(), 1_000)
    const { signal } = this.stop
    const leave = () => this.leave()
    window.addEventListener('pagehide', leave, { signal })
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave(), { signal })
    window.addEventListener('online', () => this.edited(), { signal })
    window.addEventListener('offline', () => this.show({}), { signal })
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  snapshot = (): DeskView => this.view

  timeSnapshot = (): DeskTime => this.shownTime

  /** Seconds worked so far, over all visits. */
  get seconds(): number {
    return secondsOf(this.time)
  }

  /** An edit of the answer. */
  change(answer: ImageAnswer): void {
    this.stir()
    this.state = sync.edited(this.state, { ...this.state.newest, answer, activeSeconds: this.seconds })
    this.edited()
  }

  /** Where the person is: kept here, never sent. */
  note(where: Partial<Pick<Work, 'unfinished' | 'itemId'>>): void {
    this.state = { ...this.state, newest: { ...this.state.newest, ...where, activeSeconds: this.seconds } }
    void this.copy.keep(this.state)
    this.show({})
  }

  /** There was input. */
  stir(): void {
    this.time = stirred(this.time, Date.now())
    this.showTime()
  }

  /** The assignment was read again: newer work of another device is taken over when nothing was changed here. */
  meet({ draft, leaseUntil }: Pick<Assignment, 'draft' | 'leaseUntil'>): void {
    const theirs = serverDraftOf(draft)
    const isBehind = theirs !== null && theirs.version > this.state.base && this.state.sending === null
    if (leaseUntil !== null && leaseUntil > (this.view.leaseUntil ?? '')) this.show({ leaseUntil })
    if (!isBehind || this.state.halt !== null) return
    this.take(sync.conflictMet(this.state, theirs, markOf(this.state.newest)), theirs.savedAt)
  }

  /** Somebody chose between this device's version and the other; the one not chosen is kept aside. */
  choose(which: 'here' | 'there'): void {
    const { halt } = this.state
    const savedAt = halt?.why === 'conflict' && which === 'there' ? halt.theirs.savedAt : this.view.savedAt
    this.take(sync.chosen(this.state, which), savedAt, which === 'here' ? 'there' : 'here')
  }

  /** Goes back to a version that was set aside; the present one takes its place there. */
  async takeBack(answer: ImageAnswer): Promise<void> {
    await this.setAside(this.state.newest, 'here')
    this.change(answer)
  }

  /** Sends what is not sent yet and answers when the server has everything, or has not within some seconds. */
  async flush(): Promise<boolean> {
    for (let tries = 0; tries < 40 && this.state.edit > this.state.saved && this.state.halt === null; tries++) {
      if (sync.canSend(this.state)) void this.send()
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return this.state.edit <= this.state.saved
  }

  /** Holds sending back while the work is being handed in. */
  pause(isPaused: boolean): void {
    this.isPaused = isPaused
    if (!isPaused) this.edited()
  }

  /** The last moment: what is not sent goes out even if the page goes too. */
  private leave(): void {
    this.note({})
    if (sync.canSend(this.state)) void this.send(true)
  }

  /** Ends counting and sending; `isOver` when nothing more is to be sent or kept from here. */
  close({ isOver = false } = {}): void {
    if (this.stop.signal.aborted) return
    if (isOver) {
      this.isPaused = true
      this.copy.letGo()
    } else this.leave()
    this.stop.abort()
    clearInterval(this.ticking)
    clearTimeout(this.sendTimer)
  }

  private edited(): void {
    const now = Date.now()
    if (this.state.edit <= this.state.saved) this.times.firstEditAt = 0
    else this.times.firstEditAt ||= now
    this.times.lastEditAt = now
    void this.copy.keep(this.state)
    this.show({})
    this.schedule()
  }

  private schedule(): void {
    clearTimeout(this.sendTimer)
    if (!sync.canSend(this.state) || this.isPaused || this.stop.signal.aborted || !navigator.onLine) return
    const due = sync.dueInMs({ ...this.times, failures: this.state.failures }, Date.now())
    this.sendTimer = setTimeout(() => void this.send(), due)
  }

  private async send(leaving = false): Promise<void> {
    if (!sync.canSend(this.state) || this.isPaused) return
    const { answer, activeSeconds } = this.state.newest
    this.state = sync.sendBegan(this.state, markOfAnswer(answer))
    this.times.firstEditAt = 0
    const kept = this.copy.keep(this.state)
    // Should the tab die with the answer on its way, the next one must know what was sent.
    if (!leaving) await kept
    const { assignmentId } = this.place
    const request = { params: { assignmentId }, body: { answer, version: this.state.base, activeSeconds } }
    try {
      const done = await (leaving
        ? this.caller.callOnLeaving(saveDraft, request)
        : this.caller.callUntil(AbortSignal.timeout(answerMaxMs), saveDraft, request))
      this.state = sync.sendAnswered(this.state, done.version)
      this.show({ savedAt: done.savedAt, leaseUntil: done.leaseUntil, trouble: null })
    } catch (failure) {
      await this.refused(failure)
    }
    void this.copy.keep(this.state)
    this.show({})
    this.schedule()
  }

  private async refused(failure: unknown): Promise<void> {
    const code = failure instanceof Refused ? failure.code : null
    if (code === 'draft.conflict') return this.meetConflict()
    if (code === 'task.not_yours' || code === 'task.not_in_work' || code === 'thing.not_found') {
      this.state = sync.turnedAway(this.state)
      return
    }
    this.times.lostAt = Date.now()
    this.state = sync.sendLost(this.state)
    this.show({ trouble: failure instanceof Refused && failure.status !== 401 ? failure : null })
  }

  private async meetConflict(): Promise<void> {
    const params = { assignmentId: this.place.assignmentId }
    const read = await this.caller.call(getAssignment, { params }).catch(() => null)
    const theirs = read && serverDraftOf(read.draft)
    this.times.lostAt = Date.now()
    if (!theirs) this.state = sync.sendLost(this.state)
    else this.take(sync.conflictMet(this.state, theirs, markOf(this.state.newest)), theirs.savedAt)
  }

  private take({ state, aside }: sync.Step<Work>, savedAt: string | null, asideFrom: 'here' | 'there' = 'there'): void {
    this.state = state
    void this.setAside(aside, asideFrom)
    this.show({ savedAt })
    this.edited()
  }

  private async setAside(work: Work | null, from: 'here' | 'there'): Promise<void> {
    if (work === null) return
    await keepAside(this.place, from, work).catch(() => undefined)
    this.show({ asideTurn: this.view.asideTurn + 1 })
  }

  private tick(): void {
    this.time = looked(this.time, Date.now(), document.visibilityState === 'visible')
    this.showTime()
    if (this.seconds - this.state.newest.activeSeconds >= beatSeconds) {
      this.state = sync.edited(this.state, { ...this.state.newest, activeSeconds: this.seconds }, { touched: false })
      this.edited()
    } else this.show({})
  }

  private showTime(): void {
    const minutes = Math.floor(this.seconds / 60)
    const { isActive } = this.time
    if (minutes === this.shownTime.minutes && isActive === this.shownTime.isActive) return
    this.shownTime = { minutes, isActive }
    for (const listener of this.listeners) listener()
  }

  private savedState(): DeskView['saved'] {
    const { edit, saved, failures } = this.state
    if (edit <= saved) return 'saved'
    if (failures > 0 || !navigator.onLine) return 'here'
    return Date.now() - this.times.unsavedAt > quietMs ? 'saving' : 'saved'
  }

  private show(change: Partial<DeskView>): void {
    const { newest: work, halt, edit, saved } = this.state
    if (edit <= saved) this.times.unsavedAt = 0
    else this.times.unsavedAt ||= Date.now()
    const next: DeskView = { ...this.view, ...change, work, halt, saved: this.savedState() }
    const keys = Object.keys(next) as (keyof DeskView)[]
    if (keys.every((key) => Object.is(next[key], this.view[key]))) return
    this.view = next
    for (const listener of this.listeners) listener()
  }
}
