import type { CSSProperties, ReactElement } from 'react'
import type { ImageMarks, LabelDef } from './answer.ts'
import { chooseLabel, toggleImageLabel } from './editor-commands.ts'
import type { EditorModel, EditorState, SurfaceWords } from './editor-model.ts'
import { Icon } from './Icon.tsx'
import { colourOf, inkOn } from './label-look.ts'

interface LabelPanelProps {
  model: EditorModel
  state: EditorState
  labels: readonly LabelDef[]
  marks: ImageMarks
  t: SurfaceWords
}

function colours(labels: readonly LabelDef[], name: string): CSSProperties {
  const colour = colourOf(labels, name)
  return { '--label-colour': colour, '--label-ink': inkOn(colour) } as CSSProperties
}

const drawn = (label: LabelDef): boolean => label.kinds.some((kind) => kind !== 'image')

/** The label list: number key, colour, name, how many; an eye hides all shapes of one label. */
export function LabelPanel({ model, state, labels, marks, t }: LabelPanelProps): ReactElement {
  const counts = new Map<string, number>()
  for (const shape of marks.shapes) counts.set(shape.label, (counts.get(shape.label) ?? 0) + 1)
  const toggleEye = (name: string) => {
    const hiddenLabels = new Set(state.hiddenLabels)
    if (!hiddenLabels.delete(name)) hiddenLabels.add(name)
    model.set({ hiddenLabels })
  }
  return (
    <section className="image-surface-section" aria-label={t('labels')}>
      <h2>{t('labels')}</h2>
      <ul className="image-surface-labels">
        {labels.map((label, i) =>
          drawn(label) ? (
            <li key={label.name} style={colours(labels, label.name)}>
              <LabelButton model={model} state={state} label={label} position={i} count={counts.get(label.name) ?? 0} />
              <button
                type="button"
                className="image-surface-eye"
                aria-pressed={!state.hiddenLabels.has(label.name)}
                aria-label={t('showLabel', { name: label.name })}
                title={t('showLabel', { name: label.name })}
                onClick={() => toggleEye(label.name)}
              >
                <Icon name={state.hiddenLabels.has(label.name) ? 'hidden' : 'eye'} />
              </button>
            </li>
          ) : null,
        )}
      </ul>
      <ImageLabels model={model} labels={labels} marks={marks} t={t} />
    </section>
  )
}

interface LabelButtonProps {
  model: EditorModel
  state: EditorState
  label: LabelDef
  position: number
  count: number | null
}

function LabelButton({ model, state, label, position, count }: LabelButtonProps): ReactElement {
  const inside = (
    <>
      <span className="image-surface-swatch">{position < 9 ? position + 1 : ''}</span>
      <span className="image-surface-name">{label.name}</span>
      {count !== null && <span className="image-surface-count">{count}</span>}
    </>
  )
  if (model.readOnly) return <span className="image-surface-label">{inside}</span>
  return (
    <button
      type="button"
      className="image-surface-label"
      aria-pressed={state.label === label.name}
      aria-keyshortcuts={position < 9 ? String(position + 1) : undefined}
      onClick={() => {
        chooseLabel(model, label.name)
        model.view?.focus()
      }}
    >
      {inside}
    </button>
  )
}

function ImageLabels({ model, labels, marks, t }: Omit<LabelPanelProps, 'state'>): ReactElement | null {
  const whole = labels.filter((label) => label.kinds.includes('image'))
  if (whole.length === 0) return null
  return (
    <fieldset className="image-surface-whole" disabled={model.readOnly}>
      <legend>{t('imageLabels')}</legend>
      {whole.map((label) => (
        <label key={label.name} style={colours(labels, label.name)}>
          <input
            type="checkbox"
            checked={marks.labels.includes(label.name)}
            onChange={() => toggleImageLabel(model, label.name)}
          />
          <span className="image-surface-swatch">{labels.indexOf(label) < 9 ? labels.indexOf(label) + 1 : ''}</span>
          <span className="image-surface-name">{label.name}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** The labels as one row above the tools, for narrow screens. */
export function LabelRow({
  model,
  state,
  labels,
}: Pick<LabelPanelProps, 'model' | 'state' | 'labels'>): ReactElement | null {
  if (model.readOnly) return null
  return (
    <div className="image-surface-label-row">
      {labels.map((label, i) =>
        drawn(label) ? (
          <span key={label.name} style={colours(labels, label.name)}>
            <LabelButton model={model} state={state} label={label} position={i} count={null} />
          </span>
        ) : null,
      )}
    </div>
  )
}
