import type { MouseEvent } from 'react'

/**
 * For a link or button below a field: pressing it does not take the keyboard from the field first. Otherwise an empty field would
 * complain, everything below would move down, and the press would land beside the link.
 */
export const staysPut = { onMouseDown: (event: MouseEvent) => event.preventDefault() }
