import type { Device } from './display-size.ts'

/** The device this page is on, as it is now: a window may move to another screen, a telephone into a tunnel. */
export function deviceNow(): Device {
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  return { pixelRatio: window.devicePixelRatio, savesData: connection?.saveData === true }
}
