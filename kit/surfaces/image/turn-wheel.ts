import type { Place } from './geometry.ts'
import type { StagePainter } from './stage-painter.ts'

/** A wheel zooms around the pointer; two fingers on a touch pad pan, and zoom when they spread. */
export function turnWheel(painter: StagePainter, event: WheelEvent, at: Place): void {
  event.preventDefault()
  const lines = event.deltaMode === 1 ? 30 : 1
  // Wheels turn in large whole steps straight up or down; touch pads do not. Pads report a pinch as Ctrl.
  const small = event.deltaX !== 0 || Math.abs(event.deltaY) < 40 || !Number.isInteger(event.deltaY)
  const pad = event.deltaMode === 0 && small
  if (pad && !event.ctrlKey) return painter.panBy(-event.deltaX, -event.deltaY)
  painter.zoomBy(Math.exp(-event.deltaY * lines * (pad ? 0.01 : 0.0018)), at)
}
