import type { ReactElement } from 'react'
import type { Shape } from './answer.ts'
import { cancelDraft, dropLastCorner, finishPolygon } from './drafting.ts'
import { changeCorners, chooseTool, paste, removeShape } from './editor-commands.ts'
import type { EditorModel, EditorState, SurfaceWords, Tool } from './editor-model.ts'
import { Icon, type IconName } from './Icon.tsx'

const words = {
  select: 'toolSelect',
  box: 'toolBox',
  polygon: 'toolPolygon',
  point: 'toolPoint',
  pin: 'toolPin',
} as const

const keys: Record<Tool, string> = { select: 'V', box: 'B', polygon: 'G', point: 'O', pin: 'M' }

interface ToolBarProps {
  model: EditorModel
  state: EditorState
  tools: readonly Tool[]
  t: SurfaceWords
  /** Opens the side panel where there is no room for it beside the picture. */
  onPanel: () => void
}

/** The tools, with their names beneath them, and undo and redo. */
export function ToolBar({ model, state, tools, t, onPanel }: ToolBarProps): ReactElement {
  const pick = (tool: Tool) => {
    chooseTool(model, tool)
    model.view?.focus()
  }
  return (
    <div className="image-surface-tools" role="group" aria-label={t('tools')}>
      {tools.map((tool) => (
        <button
          type="button"
          key={tool}
          className="image-surface-tool"
          aria-pressed={state.tool === tool}
          aria-keyshortcuts={keys[tool]}
          title={`${t(words[tool])}（${keys[tool]}）`}
          onClick={() => pick(tool)}
        >
          <Icon name={tool} />
          <span>{t(words[tool])}</span>
        </button>
      ))}
      {!model.readOnly && (
        <>
          <span className="image-surface-rule" />
          <ToolAction icon="undo" label={t('undo')} hint="Ctrl+Z" off={!state.canUndo} act={() => model.undo()} />
          <ToolAction icon="redo" label={t('redo')} hint="Ctrl+Shift+Z" off={!state.canRedo} act={() => model.redo()} />
        </>
      )}
      <button type="button" className="image-surface-tool is-panel-opener" onClick={onPanel}>
        <Icon name="list" />
        <span>{t('labels')}</span>
      </button>
    </div>
  )
}

function ToolAction(props: {
  icon: IconName
  label: string
  hint: string
  off: boolean
  act: () => void
}): ReactElement {
  return (
    <button
      type="button"
      className="image-surface-tool"
      // Stays focusable when there is nothing to do, so that the keyboard does not lose its place.
      aria-disabled={props.off}
      title={`${props.label}（${props.hint}）`}
      onClick={props.act}
    >
      <Icon name={props.icon} />
      <span>{props.label}</span>
    </button>
  )
}

interface ContextBarProps {
  model: EditorModel
  state: EditorState
  chosen: Shape | null
  t: SurfaceWords
}

/** What can be done with the half-drawn or chosen shape, near the thumb: everything here is possible without a keyboard. */
export function ContextBar({ model, state, chosen, t }: ContextBarProps): ReactElement | null {
  const button = (icon: IconName, label: string, act: () => void, filled = false) => (
    <button
      type="button"
      key={label}
      className={`image-surface-button${filled ? ' is-filled' : ''}`}
      onClick={() => {
        act()
        model.view?.focus()
      }}
    >
      <Icon name={icon} />
      {label}
    </button>
  )
  const buttons: ReactElement[] = []
  if (state.drafting === 'polygon') {
    buttons.push(button('check', t('finish'), () => finishPolygon(model), true))
    buttons.push(button('back', t('lastCorner'), () => dropLastCorner(model)))
  }
  if (state.drafting !== null) buttons.push(button('close', t('cancel'), () => cancelDraft(model)))
  else if (chosen !== null && !model.readOnly) {
    if (state.corner !== null) {
      buttons.push(button('plus', t('addCorner'), () => changeCorners(model, 'add')))
      buttons.push(button('minus', t('removeCorner'), () => changeCorners(model, 'remove')))
    }
    buttons.push(button('copy', t('duplicate'), () => paste(model, chosen)))
    buttons.push(button('remove', t('remove'), () => removeShape(model, chosen.id)))
  }
  if (buttons.length === 0) return null
  return <div className="image-surface-context">{buttons}</div>
}
