import { createInstance } from 'i18next'
import { type Area, entriesOf, LANGUAGES, type Language, type Translate } from './words.ts'

const REMEMBERED = 'tsumugi.language'

const i18n = createInstance()

function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value)
}

function remembered(): Language {
  try {
    const kept = localStorage.getItem(REMEMBERED)
    return isLanguage(kept) ? kept : 'ja'
  } catch {
    return 'ja' // Storage can be switched off; Japanese comes first.
  }
}

void i18n.init({
  lng: typeof localStorage === 'undefined' ? 'ja' : remembered(),
  fallbackLng: false,
  initAsync: false,
  resources: {},
  interpolation: { escapeValue: false }, // React escapes.
  react: { useSuspense: false, bindI18n: 'languageChanged' },
})

if (typeof document !== 'undefined') document.documentElement.lang = i18n.language

/** The language the screens speak now. */
export function currentLanguage(): Language {
  return isLanguage(i18n.language) ? i18n.language : 'ja'
}

/** Changes the language at once, everywhere on the page, and remembers it on this device. */
export function changeLanguage(language: Language): void {
  if (language === i18n.language && remembered() === language) return
  try {
    localStorage.setItem(REMEMBERED, language)
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  document.documentElement.lang = language
  void i18n.changeLanguage(language)
}

/** Calls back after every change of language; returns the way to stop. */
export function onLanguageChange(listener: () => void): () => void {
  i18n.on('languageChanged', listener)
  return () => i18n.off('languageChanged', listener)
}

/** The words of an area outside React (titles of notifications, files to download). */
export function wordsOf<const J extends Record<string, string>>(words: Area<J>, language: Language): Translate<J> {
  for (const each of LANGUAGES) {
    if (!i18n.hasResourceBundle(each, words.name)) i18n.addResourceBundle(each, words.name, entriesOf(words, each))
  }
  const translate = i18n.getFixedT(language, words.name)
  return (key, ...values) => {
    const given: Record<string, string | number> = values[0] ?? {}
    // What is shown is what was given (1,234); whether it is one or many is read from the number in it.
    const options: Record<string, unknown> = 'count' in given ? { count: numberIn(given.count), replace: given } : given
    return translate(key, options)
  }
}

/** 1234 of `1,234` and of 1234. */
function numberIn(count: string | number | undefined): number {
  return typeof count === 'number' ? count : Number((count ?? '').replace(/[^\d.-]/g, ''))
}
