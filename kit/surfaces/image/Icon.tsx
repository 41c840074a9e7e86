import type { ReactElement } from 'react'

const paths = {
  select: 'M5 3l14 8-6.2 1.6L9.6 19z',
  box: 'M4 6h16v12H4z',
  polygon: 'M12 3l8 6-3 11H7L4 9z',
  point: 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 2v4M12 18v4M2 12h4M18 12h4',
  pin: 'M12 21s7-6.3 7-11.5A7 7 0 0 0 5 9.5C5 14.7 12 21 12 21zM12 7v5M9.5 9.5h5',
  undo: 'M9 7L4 12l5 5M4 12h10a6 6 0 0 1 0 12',
  redo: 'M15 7l5 5-5 5M20 12H10a6 6 0 0 0 0 12',
  remove: 'M5 7h14M10 11v6M14 11v6M7 7l1 13h8l1-13M9 7V4h6v3',
  copy: 'M8 8h12v12H8zM16 8V4H4v12h4',
  check: 'M5 13l4.5 4.5L19 7',
  close: 'M6 6l12 12M18 6L6 18',
  back: 'M20 7H9l-5 5 5 5h11zM12 10l4 4M16 10l-4 4',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  fit: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  left: 'M15 5l-7 7 7 7',
  right: 'M9 5l7 7-7 7',
  picture: 'M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  hidden:
    'M4 4l16 16M9.5 6a9.8 9.8 0 0 1 2.5-.5c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-3 3.7M6.3 8A16 16 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4-1',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
} as const

/** The drawings on the surface's buttons. */
export type IconName = keyof typeof paths

/** A line drawing of 20 px in the colour of the text around it; the words beside it say what it means. */
export function Icon({ name }: { name: IconName }): ReactElement {
  const shift = name === 'undo' || name === 'redo' ? 'translate(0 -4)' : undefined
  return (
    <svg className="image-surface-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} transform={shift} />
    </svg>
  )
}
