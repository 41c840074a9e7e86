import { useLayoutEffect, useRef } from 'react'
import type { EditorModel } from './editor-model.ts'

/** A place the outside wants the reader to look at: a pin, or a shape with something wrong. Image pixels. */
export interface SurfaceGoal {
  itemId: string
  x: number
  y: number
  width?: number
  height?: number
  /** Chooses this shape as well. */
  shapeId?: string
  /** Gives the picture the keyboard as well. */
  focus?: boolean
  /** Another number goes there anew, even to the same place. */
  turn: number
}

/** Brings a goal into sight once its image is the one shown. */
export function useGoal(model: EditorModel, goal: SurfaceGoal | null, imageId: string): void {
  const turn = goal?.itemId === imageId ? goal.turn : null
  const latest = useRef(goal)
  latest.current = goal
  // A goal is gone to once per turn, not whenever its object is made anew.
  useLayoutEffect(() => {
    const goal = latest.current
    if (goal === null || turn === null) return
    const { x, y, width = 0, height = 0 } = goal
    model.view?.show({ x, y, width, height })
    if (goal.shapeId !== undefined) model.set({ tool: 'select', chosenId: goal.shapeId, corner: null })
    if (goal.focus) model.view?.focus()
  }, [model, turn])
}
