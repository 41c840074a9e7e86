import type { PinView } from '@tsumugi/kit/surfaces/image/pins.ts'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { reviewWords } from '@tsumugi/kit/words/review.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import type { Assignment } from '../work/desk-view.ts'
import type { ReviewPin } from '../work/device-store.ts'
import { type PinWalking, usePinWalk } from '../work/use-pin-walk.ts'
import { isComplete } from './PinForm.tsx'
import type { Prepared } from './use-prepared.ts'

/** A review in progress: what is prepared, and where one looks. */
export interface Reviewing {
  assignment: Assignment
  prepared: Prepared
  change: (make: (before: Prepared) => Partial<Prepared>) => void
  canDecide: boolean
  /** Colleagues keep off until then. */
  leaseUntil: string | null
  walk: PinWalking
  /** Earlier pins and new ones, as the picture shows them. */
  views: readonly PinView[]
  numberOf: (pinId: string) => number
  /** The pin that is open beside the picture. */
  pinId: string | null
  goTo: (pinId: string) => void
  place: (at: { itemId: string; x: number; y: number }) => void
  changePin: (pinId: string, change: Partial<ReviewPin>) => void
  removePin: (pinId: string) => void
  finishPin: () => void
  /** Grows when the form is to have the keyboard. */
  formTurn: number
  showsMissing: boolean
  /** Opens the first pin that lacks something; false when none does. */
  askForMissing: () => boolean
}

interface ReviewingInputs {
  assignment: Assignment
  prepared: Prepared
  change: Reviewing['change']
  leaseUntil: string | null
  /** Brings the sheet with the pins into sight. */
  onPins: () => void
  /** Gives the picture the keyboard. */
  onPicture: () => void
}

/** Earlier pins, and new ones numbered on from them. */
function viewsOf(assignment: Assignment, prepared: Prepared): PinView[] {
  const first = Math.max(0, ...assignment.pins.map(({ number }) => number)) + 1
  const fresh = prepared.pins.map(({ id, itemId, x, y }, index) => {
    return { id, itemId, x, y, number: first + index, state: 'open' as const }
  })
  return [...assignment.pins, ...fresh]
}

/** Pins are placed, written, gone to and taken back here; nothing is sent before the decision. */
export function useReviewing(inputs: ReviewingInputs): Reviewing {
  const { assignment, prepared, change, leaseUntil, onPins, onPicture } = inputs
  const t = useWords(reviewWords)
  const toast = useToast()
  const walk = usePinWalk(assignment, assignment.items[0]?.id ?? null)
  const [pinId, setPinId] = useState<string | null>(null)
  const [formTurn, setFormTurn] = useState(0)
  const [showsMissing, setShowsMissing] = useState(false)
  const views = viewsOf(assignment, prepared)
  const open = (id: string | null, hasKeyboard: boolean) => {
    setPinId(id)
    if (id !== null) onPins()
    if (hasKeyboard) setFormTurn((before) => before + 1)
  }
  const setPins = (make: (pins: readonly ReviewPin[]) => readonly ReviewPin[]) =>
    change((before) => ({ pins: make(before.pins) }))

  function goTo(id: string) {
    if (assignment.pins.some((pin) => pin.id === id)) walk.goTo(id)
    const pin = prepared.pins.find((each) => each.id === id)
    if (pin) walk.show({ itemId: pin.itemId, x: pin.x, y: pin.y })
    open(id, pin !== undefined)
  }

  return {
    assignment,
    prepared,
    change,
    canDecide: leaseUntil !== null,
    leaseUntil,
    walk,
    views,
    numberOf: (id) => views.find((view) => view.id === id)?.number ?? 0,
    pinId,
    goTo,
    place: ({ itemId, x, y }) => {
      const id = `new-${Date.now().toString(36)}`
      setPins((pins) => [...pins, { id, itemId, x, y, clauseId: null, message: '' }])
      setShowsMissing(false)
      open(id, true)
    },
    changePin: (id, changed) => setPins((pins) => pins.map((pin) => (pin.id === id ? { ...pin, ...changed } : pin))),
    removePin: (id) => {
      const before = prepared.pins
      setPins((pins) => pins.filter((pin) => pin.id !== id))
      setPinId(null)
      toast.done(t('pinRemoved'), () => setPins(() => before))
      onPicture()
    },
    finishPin: () => {
      setPinId(null)
      onPicture()
    },
    formTurn,
    showsMissing,
    askForMissing: () => {
      const missing = prepared.pins.find((pin) => !isComplete(pin))
      if (!missing) return false
      setShowsMissing(true)
      goTo(missing.id)
      return true
    },
  }
}
