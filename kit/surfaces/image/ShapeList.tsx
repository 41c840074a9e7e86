import { type CSSProperties, type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react'
import type { LabelDef, Shape } from './answer.ts'
import { chooseShape, kindName, removeShape, whereOf } from './editor-commands.ts'
import type { EditorModel, EditorState, SurfaceWords } from './editor-model.ts'
import { boundsOf } from './geometry.ts'
import { Icon } from './Icon.tsx'
import { colourOf, inkOn } from './label-look.ts'
import { readingOrder } from './shape-edit-rules.ts'

/** Height of a row in CSS pixels, also a comfortable target for a finger; the style sheet says the same. */
const rowHeight = 48
/** Rows kept ready above and below those in sight. */
const spareRows = 6

interface ShapeListProps {
  model: EditorModel
  state: EditorState
  shapes: readonly Shape[]
  labels: readonly LabelDef[]
  t: SurfaceWords
}

interface Row {
  shape: Shape
  /** Its number among the shapes of its label, in reading order. */
  number: number
}

function rowsOf(shapes: readonly Shape[]): Row[] {
  const byId = new Map(shapes.map((shape) => [shape.id, shape]))
  const counts = new Map<string, number>()
  return readingOrder(shapes).map((id) => {
    const shape = byId.get(id) as Shape
    const number = (counts.get(shape.label) ?? 0) + 1
    counts.set(shape.label, number)
    return { shape, number }
  })
}

/** All shapes as a list in reading order, for screen readers and for finding one among many; only rows in sight exist. */
export function ShapeList({ model, state, shapes, labels, t }: ShapeListProps): ReactElement {
  const list = useRef<HTMLDivElement>(null)
  const [sight, setSight] = useState({ top: 0, height: 400 })
  const id = useId()
  const rows = rowsOf(shapes)
  const chosenAt = rows.findIndex((row) => row.shape.id === state.chosenId)
  const first = Math.max(0, Math.floor(sight.top / rowHeight) - spareRows)
  const last = Math.min(rows.length, Math.ceil((sight.top + sight.height) / rowHeight) + spareRows)

  const look = () => {
    const { current } = list
    if (current) setSight({ top: current.scrollTop, height: current.clientHeight })
  }
  useEffect(() => {
    const { current } = list
    if (!current) return
    const watcher = new ResizeObserver(look)
    watcher.observe(current)
    return () => watcher.disconnect()
  })
  useEffect(() => {
    const { current } = list
    if (!current || chosenAt < 0) return
    const top = chosenAt * rowHeight
    if (top < current.scrollTop) current.scrollTop = top
    else if (top + rowHeight > current.scrollTop + current.clientHeight) {
      current.scrollTop = top + rowHeight - current.clientHeight
    }
  }, [chosenAt])

  const choose = (at: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, at))]
    if (!row) return
    chooseShape(model, row.shape.id)
    model.view?.show(boundsOf(row.shape))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(sight.height / rowHeight) - 1)
    const steps: Record<string, number> = {
      ArrowDown: chosenAt + 1,
      ArrowUp: chosenAt < 0 ? rows.length - 1 : chosenAt - 1,
      PageDown: chosenAt + page,
      PageUp: chosenAt - page,
      Home: 0,
      End: rows.length - 1,
    }
    const to = steps[event.key]
    if (to !== undefined) choose(to)
    else if (event.key === 'Enter') model.view?.focus()
    else if ((event.key === 'Delete' || event.key === 'Backspace') && state.chosenId) removeShape(model, state.chosenId)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const chosenShown = chosenAt >= first && chosenAt < last
  return (
    <section className="image-surface-section is-shapes" aria-label={t('shapes')}>
      <h2>
        {t('shapes')} <span className="image-surface-count">{shapes.length}</span>
      </h2>
      {rows.length === 0 && (
        <p className="image-surface-empty">{t(model.readOnly ? 'shapesEmptyView' : 'shapesEmpty')}</p>
      )}
      {rows.length > 0 && (
        <div
          ref={list}
          className="image-surface-list"
          role="listbox"
          tabIndex={0}
          aria-label={t('shapes')}
          aria-activedescendant={chosenShown ? `${id}-${state.chosenId}` : undefined}
          onScroll={look}
          onKeyDown={onKeyDown}
        >
          <div role="presentation" style={{ height: rows.length * rowHeight }}>
            {rows.slice(first, last).map((row, i) => (
              <ShapeRow
                key={row.shape.id}
                rowId={`${id}-${row.shape.id}`}
                row={row}
                at={first + i}
                count={rows.length}
                chosen={row.shape.id === state.chosenId}
                labels={labels}
                t={t}
                choose={choose}
              />
            ))}
          </div>
        </div>
      )}
    </section>
  )
}

interface ShapeRowProps {
  rowId: string
  row: Row
  at: number
  count: number
  chosen: boolean
  labels: readonly LabelDef[]
  t: SurfaceWords
  choose: (at: number) => void
}

function ShapeRow({ rowId, row, at, count, chosen, labels, t, choose }: ShapeRowProps): ReactElement {
  const { shape, number } = row
  const colour = colourOf(labels, shape.label)
  const look = { '--label-colour': colour, '--label-ink': inkOn(colour), top: at * rowHeight } as CSSProperties
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and points at its row
    <div
      id={rowId}
      role="option"
      className="image-surface-row"
      aria-selected={chosen}
      aria-setsize={count}
      aria-posinset={at + 1}
      style={look}
      onClick={() => choose(at)}
    >
      <span className="image-surface-swatch">
        <Icon name={shape.kind} />
      </span>
      <span className="image-surface-name">
        {t('shapeName', { label: shape.label, kind: kindName(t, shape.kind), number })}
        <small>{whereOf(t, shape)}</small>
      </span>
    </div>
  )
}
