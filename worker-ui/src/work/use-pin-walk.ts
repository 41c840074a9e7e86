import type { SurfaceGoal } from '@tsumugi/kit/surfaces/image/goal.ts'
import { useState } from 'react'
import type { Assignment } from './desk-view.ts'
import type { Pin } from './PinThread.tsx'
import { openPins, pinBeside } from './pin-order.ts'

/** The image that is shown, and the walk from pin to pin over all images. */
export interface PinWalking {
  itemId: string
  setItemId: (itemId: string) => void
  goal: SurfaceGoal | null
  /** Brings a place into sight, turning to its image. */
  show: (goal: Omit<SurfaceGoal, 'turn'>) => void
  current: Pin | null
  goTo: (pinId: string) => void
  goBeside: (step: 1 | -1) => void
  /** After an answer: the next pin that still waits; stays where it is when none does. */
  goToNextOpen: () => void
}

/** Around a pin this many image pixels come into sight with it. */
const aroundPixels = 40

function startsAt({ items, pins, draft }: Assignment, rememberedId: string | null): string {
  const known = items.some(({ id }) => id === rememberedId) ? rememberedId : null
  const pinned = openPins(pins)[0]?.itemId
  const lastSeen = items.findLast(({ id }) => draft?.answer.images[id]?.seen === true)?.id
  return known ?? pinned ?? lastSeen ?? items[0]?.id ?? ''
}

/** Begins where the person was, else at the first pin to answer, else at the last image seen on another device. */
export function usePinWalk(
  assignment: Assignment,
  rememberedId: string | null,
  onImage?: (itemId: string) => void,
): PinWalking {
  const { pins } = assignment
  const [itemId, setItem] = useState(() => startsAt(assignment, rememberedId))
  const [pinId, setPinId] = useState<string | null>(() => openPins(pins)[0]?.id ?? pins[0]?.id ?? null)
  const [goal, setGoal] = useState<SurfaceGoal | null>(null)

  const setItemId = (next: string) => {
    setItem(next)
    onImage?.(next)
  }
  const show = (next: Omit<SurfaceGoal, 'turn'>) => {
    setItemId(next.itemId)
    setGoal((before) => ({ ...next, turn: (before?.turn ?? 0) + 1 }))
  }
  const goTo = (id: string) => {
    const pin = pins.find((each) => each.id === id)
    if (!pin) return
    setPinId(id)
    const { x, y } = pin
    const around = { x: x - aroundPixels, y: y - aroundPixels, width: aroundPixels * 2, height: aroundPixels * 2 }
    show({ itemId: pin.itemId, ...around })
  }
  const go = (step: 1 | -1, open: boolean) => {
    const next = pinBeside(pins, pinId, step, open)
    if (next) goTo(next.id)
  }
  return {
    itemId,
    setItemId,
    goal,
    show,
    current: pins.find((pin) => pin.id === pinId) ?? null,
    goTo,
    goBeside: (step) => go(step, false),
    goToNextOpen: () => go(1, true),
  }
}
