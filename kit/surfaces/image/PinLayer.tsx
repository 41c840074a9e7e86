import { type CSSProperties, type ReactElement, type RefObject, useState } from 'react'
import type { SurfaceWords } from './editor-model.ts'
import type { PinState, PinView } from './pins.ts'

const stateWord = { open: 'pinOpen', fixed: 'pinFixed', question: 'pinQuestion', resolved: 'pinResolved' } as const

// Each state has a form of its own, so that it can be told without colour.
const forms: Record<PinState, string> = {
  open: 'M16 38C10 30 3 24 3 15a13 13 0 0 1 26 0c0 9-7 15-13 23z',
  fixed: 'M3 3h26v26h-8l-5 9-5-9H3z',
  question: 'M16 38l-5-10L1 15 16 1l15 14-10 13z',
  resolved: 'M16 38l-4-9.6A13.4 13.4 0 1 1 20 28.4z',
}

/** The words for a pin: its number and where it stands. */
export function pinWords(t: SurfaceWords, pin: PinView): string {
  return t('pinName', { number: pin.number, state: t(stateWord[pin.state]) })
}

interface PinLayerProps {
  pins: readonly PinView[]
  layer: RefObject<HTMLDivElement | null>
  t: SurfaceWords
  onPinOpen?: ((id: string) => void) | undefined
  /** The pin that is being read; left out, it is the one opened here last. */
  openPinId?: string | null | undefined
}

/** Numbered pins above the picture; the painter puts each at its place in every frame. */
export function PinLayer({ pins, layer, t, onPinOpen, openPinId }: PinLayerProps): ReactElement {
  const [opened, setOpen] = useState<string | null>(null)
  const open = openPinId === undefined ? opened : openPinId
  return (
    <div className="image-surface-pins" ref={layer}>
      {pins.map((pin) => (
        <button
          type="button"
          key={pin.id}
          className={`image-surface-pin is-${pin.state}${open === pin.id ? ' is-open-now' : ''}`}
          data-x={pin.x}
          data-y={pin.y}
          style={{ '--pin-order': pin.number } as CSSProperties}
          aria-label={pinWords(t, pin)}
          title={pinWords(t, pin)}
          onClick={() => {
            setOpen(pin.id)
            onPinOpen?.(pin.id)
          }}
        >
          <svg viewBox="0 0 32 40" aria-hidden="true" focusable="false">
            <path d={forms[pin.state]} />
            <text x="16" y="20" textAnchor="middle">
              {pin.number}
            </text>
          </svg>
        </button>
      ))}
    </div>
  )
}
