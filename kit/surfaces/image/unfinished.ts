import { useEffect, useRef } from 'react'
import type { EditorModel, Tool } from './editor-model.ts'
import type { Place } from './geometry.ts'

/** A shape half drawn: no part of the answer yet, but minutes of somebody's work all the same. Image pixels. */
export interface UnfinishedShape {
  itemId: string
  tool: Tool
  label: string | null
  draft: { kind: 'box'; from: [number, number] } | { kind: 'polygon'; points: [number, number][] }
}

interface Sketch {
  image: string
  /** Points of a polygon, or the first corner of a box; a new object exactly when a corner was set. */
  corners: readonly unknown[]
}

function sketchOf(model: EditorModel): Sketch | null {
  const { draft } = model.live
  if (draft === null || draft.kind === 'edit') return null
  return { image: model.inputs.image.id, corners: draft.kind === 'box' ? draft.from : draft.points }
}

function unfinishedOf(model: EditorModel): UnfinishedShape | null {
  const { draft } = model.live
  if (draft === null || draft.kind === 'edit') return null
  const { tool, label } = model.state
  const itemId = model.inputs.image.id
  if (draft.kind === 'polygon') return { itemId, tool, label, draft: { kind: 'polygon', points: draft.points } }
  const [x, y] = draft.from
  return { itemId, tool, label, draft: { kind: 'box', from: [x, y] } }
}

function takeUp(model: EditorModel, { tool, label, draft }: UnfinishedShape): void {
  model.set({ tool, label, chosenId: null, corner: null })
  const last: Place | null = draft.kind === 'box' ? draft.from : (draft.points.at(-1) ?? null)
  if (last === null) return
  if (draft.kind === 'box') model.setLive({ draft: { kind: 'box', from: draft.from, to: draft.from }, cursor: last })
  else model.setLive({ draft: { kind: 'polygon', points: draft.points, to: last }, cursor: last })
}

/** Takes up what was half drawn when the page was left, and tells of every corner set from then on. */
export function useUnfinished(
  model: EditorModel,
  begun: UnfinishedShape | null,
  onUnfinished: ((unfinished: UnfinishedShape | null) => void) | undefined,
): void {
  const first = useRef(begun)
  const tell = useRef(onUnfinished)
  tell.current = onUnfinished
  useEffect(() => {
    const unfinished = first.current
    first.current = null
    if (unfinished && unfinished.itemId === model.inputs.image.id && !model.readOnly) takeUp(model, unfinished)
    let told = sketchOf(model)
    return model.subscribeLive(() => {
      const now = sketchOf(model)
      if (now?.corners === told?.corners && now?.image === told?.image) return
      told = now
      tell.current?.(unfinishedOf(model))
    })
  }, [model])
}
