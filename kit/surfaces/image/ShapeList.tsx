import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactElement,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
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

/** What of the list can be seen; scrolls by itself so that the chosen row is part of it. */
function useSight(
  list: RefObject<HTMLDivElement | null>,
  chosenAt: number,
): { top: number; height: number; look: () => void } {
  const [sight, setSight] = useState({ top: 0, height: 400 })
  const look = useCallback(() => {
    const { current } = list
    if (current) setSight({ top: current.scrollTop, height: current.clientHeight })
  }, [list])
  useEffect(() => {
    const { current } = list
    if (!current) return
    const watcher = new ResizeObserver(look)
    watcher.observe(current)
    return () => watcher.disconnect()
  }, [list, look])
  useEffect(() => {
    const { current } = list
    if (!current || chosenAt < 0) return
    const top = chosenAt * rowHeight
    const bottom = top + rowHeight
    if (top < current.scrollTop) current.scrollTop = top
    else if (bottom > current.scrollTop + current.clientHeight) current.scrollTop = bottom - current.clientHeight
  }, [list, chosenAt])
  return { ...sight, look }
}

/** The row a key leads to from the chosen one; undefined when the key does not move. */
function rowAfter(key: string, at: number, count: number, page: number): number | undefined {
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? count - 1 : at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  }
  const to = steps[key]
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to))
}

/** All shapes as a list in reading order, for screen readers and for finding one among many. */
export function ShapeList(props: ShapeListProps): ReactElement {
  const { model, shapes, t } = props
  return (
    <section className="image-surface-section is-shapes" aria-label={t('shapes')}>
      <h2>
        {t('shapes')} <span className="image-surface-count">{shapes.length}</span>
      </h2>
      {shapes.length > 0 ? (
        <Rows {...props} />
      ) : (
        <p className="image-surface-empty">{t(model.readOnly ? 'shapesEmptyView' : 'shapesEmpty')}</p>
      )}
    </section>
  )
}

/** The rows themselves; only those in sight exist. */
function Rows({ model, state, shapes, labels, t }: ShapeListProps): ReactElement {
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const rows = useMemo(() => rowsOf(shapes), [shapes])
  const chosenAt = rows.findIndex((row) => row.shape.id === state.chosenId)
  const { top, height, look } = useSight(list, chosenAt)
  const first = Math.max(0, Math.floor(top / rowHeight) - spareRows)
  const last = Math.min(rows.length, Math.ceil((top + height) / rowHeight) + spareRows)
  const choose = (at: number) => {
    const row = rows[at]
    if (!row) return
    chooseShape(model, row.shape.id)
    model.view?.show(boundsOf(row.shape))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = rowAfter(event.key, chosenAt, rows.length, Math.max(1, Math.floor(height / rowHeight) - 1))
    if (to !== undefined) choose(to)
    else if (event.key === 'Enter') model.view?.focus()
    else if ((event.key === 'Delete' || event.key === 'Backspace') && state.chosenId) removeShape(model, state.chosenId)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={list}
      className="image-surface-list"
      role="listbox"
      tabIndex={0}
      aria-label={t('shapes')}
      aria-activedescendant={chosenAt >= first && chosenAt < last ? `${id}-${state.chosenId}` : undefined}
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
