import type { Me } from './me.ts'

/** What the page looks like before anybody is signed in, and before their answer has come. first.js reads the same places. */
const places = { textSize: 'tsumugi.text', motion: 'tsumugi.motion' } as const
const languageChosen = 'tsumugi.language-chosen'

/** Shows text and motion as they are set, at once, and remembers them for the next start on this device. */
export function showOnDevice({ textSize, motion }: Pick<Me, 'textSize' | 'motion'>): void {
  const { dataset } = document.documentElement
  dataset.text = textSize
  dataset.motion = motion
  try {
    localStorage.setItem(places.textSize, textSize)
    localStorage.setItem(places.motion, motion)
  } catch {
    // Without storage it holds as long as the page.
  }
}

/** Somebody chose a language before signing in: it becomes theirs, and is not taken back by what was kept of them. */
export function noteLanguageChosen(): void {
  try {
    sessionStorage.setItem(languageChosen, '1')
  } catch {
    // Then the language that was kept of the person counts.
  }
}

/** Whether that was so; tells once. */
export function takeLanguageChosen(): boolean {
  try {
    const wasChosen = sessionStorage.getItem(languageChosen) !== null
    sessionStorage.removeItem(languageChosen)
    return wasChosen
  } catch {
    return false
  }
}
