import { useContext } from 'react'
import type { TimeFactor } from '../../contract/values.ts'
import { MeContext } from './me.ts'

const factors: Record<TimeFactor, number> = { x1: 1, x2: 2, x4: 4, none: Number.POSITIVE_INFINITY }

/** How many times longer than usual things wait for the person signed in; infinite where nothing may hurry them. */
export function useTimeFactor(): number {
  return factors[useContext(MeContext)?.timeFactor ?? 'x1']
}
