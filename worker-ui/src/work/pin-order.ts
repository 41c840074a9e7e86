import type { Pin } from './PinThread.tsx'

/** Pins that still want an answer from the author. */
export function openPins(pins: readonly Pin[]): Pin[] {
  return pins.filter((pin) => pin.state === 'open')
}

/** The pin beside this one, wrapping around; with `open` the next that wants an answer, or null when none does. */
export function pinBeside(pins: readonly Pin[], from: string | null, step: 1 | -1, open = false): Pin | null {
  const at = pins.findIndex((pin) => pin.id === from)
  for (let tries = 1; tries <= pins.length; tries++) {
    const start = at === -1 ? (step === 1 ? -1 : pins.length) : at
    const pin = pins[(((start + step * tries) % pins.length) + pins.length) % pins.length]
    if (pin && pin.id !== from && (!open || pin.state === 'open')) return pin
  }
  return null
}
