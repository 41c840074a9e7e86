import { type ReactElement, useId } from 'react'
import type { ImageAnswer } from './answer.ts'
import { turnImage } from './editor-commands.ts'
import type { EditorModel, EditorState, SurfaceWords } from './editor-model.ts'
import { Icon, type IconName } from './Icon.tsx'
import type { SurfaceImage } from './pins.ts'

interface PictureBarProps {
  model: EditorModel
  state: EditorState
  images: readonly SurfaceImage[]
  image: SurfaceImage
  answer: ImageAnswer
  t: SurfaceWords
  /** Shown when there is an earlier submission to compare with. */
  previous: { shown: boolean; toggle: () => void } | null
}

function Small(props: { icon: IconName; label: string; hint?: string; off?: boolean; act: () => void }): ReactElement {
  const title = props.hint ? `${props.label}（${props.hint}）` : props.label
  return (
    <button
      type="button"
      className="image-surface-small"
      aria-label={props.label}
      title={title}
      aria-disabled={props.off ?? false}
      onClick={props.act}
    >
      <Icon name={props.icon} />
    </button>
  )
}

/** Which image this is, the way to its neighbours, zoom and how the picture looks. */
export function PictureBar({ model, state, images, image, answer, t, previous }: PictureBarProps): ReactElement {
  const at = images.findIndex((each) => each.id === image.id)
  return (
    <div className="image-surface-bar">
      <div className="image-surface-turner" role="group" aria-label={t('images')}>
        <Small icon="left" label={t('previousImage')} hint="P" off={at <= 0} act={() => turnImage(model, -1)} />
        <p className="image-surface-which">
          <span>{t('imageOf', { number: at + 1, count: images.length })}</span>
          <small title={image.name}>{image.name}</small>
        </p>
        <Small
          icon="right"
          label={t('nextImage')}
          hint="N"
          off={at >= images.length - 1}
          act={() => turnImage(model, 1)}
        />
        {!model.readOnly && images.length > 1 && <Progress images={images} image={image} answer={answer} />}
      </div>
      <div className="image-surface-zoomer">
        {previous && (
          <button
            type="button"
            className="image-surface-button"
            aria-pressed={previous.shown}
            title={t('previous')}
            onClick={previous.toggle}
          >
            <Icon name="copy" />
            <span>{t('previous')}</span>
          </button>
        )}
        <Small icon="minus" label={t('zoomOut')} hint="−" act={() => model.view?.zoomBy(0.8)} />
        <Small icon="plus" label={t('zoomIn')} hint="+" act={() => model.view?.zoomBy(1.25)} />
        <Small icon="fit" label={t('fit')} hint="0" act={() => model.view?.fit()} />
        <PictureMenu model={model} state={state} t={t} previous={previous} />
      </div>
    </div>
  )
}

/** One mark per image while they fit: filled when opened, taller for the present one. Words for it are in the counter. */
function Progress({
  images,
  image,
  answer,
}: Pick<PictureBarProps, 'images' | 'image' | 'answer'>): ReactElement | null {
  if (images.length > 40) return null
  return (
    <span className="image-surface-progress" aria-hidden="true">
      {images.map(({ id }) => (
        <i key={id} className={`${answer.images[id]?.seen ? 'is-seen' : ''}${id === image.id ? ' is-here' : ''}`} />
      ))}
    </span>
  )
}

type PictureMenuProps = Pick<PictureBarProps, 'model' | 'state' | 't' | 'previous'>

function PictureMenu({ model, state, t, previous }: PictureMenuProps): ReactElement {
  const id = useId()
  const slider = (key: 'brightness' | 'contrast') => (
    <label className="image-surface-slider" htmlFor={`${id}-${key}`}>
      <span>{t(key)}</span>
      <output>{state[key]}%</output>
      <input
        id={`${id}-${key}`}
        type="range"
        min={40}
        max={250}
        step={5}
        value={state[key]}
        onChange={(event) => model.set({ [key]: Number(event.target.value) })}
      />
    </label>
  )
  const toggle = (key: 'names' | 'shapesShown') => (
    <label className="image-surface-switch">
      <input type="checkbox" checked={state[key]} onChange={() => model.set({ [key]: !state[key] })} />
      <span>{t(key)}</span>
    </label>
  )
  return (
    <details
      className="image-surface-menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.currentTarget.open = false
        event.currentTarget.querySelector('summary')?.focus()
        event.stopPropagation()
      }}
    >
      <summary className="image-surface-small" title={t('picture')} aria-label={t('picture')}>
        <Icon name="picture" />
      </summary>
      <div className="image-surface-popover">
        {slider('brightness')}
        {slider('contrast')}
        {toggle('names')}
        {toggle('shapesShown')}
        {previous && (
          <label className="image-surface-switch">
            <input type="checkbox" checked={previous.shown} onChange={previous.toggle} />
            <span>{t('previous')}</span>
          </label>
        )}
        <button
          type="button"
          className="image-surface-button"
          onClick={() => model.set({ brightness: 100, contrast: 100 })}
        >
          {t('reset')}
        </button>
      </div>
    </details>
  )
}
