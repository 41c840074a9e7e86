import { useMemo, useSyncExternalStore } from 'react'
import { currentLanguage, onLanguageChange, wordsOf } from './language.ts'
import type { Area, Language, Translate } from './words.ts'

/** The language the screens speak now; the component draws itself again when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguageChange, currentLanguage, currentLanguage)
}

/**
 * The words of one area in the reader's language: `const t = useWords(today)`, then `t('minutesLeft', { count: 3 })`.
 * Keys and the places to fill are checked by the compiler.
 */
export function useWords<const J extends Record<string, string>>(words: Area<J>): Translate<J> {
  const language = useLanguage()
  return useMemo(() => wordsOf(words, language), [words, language])
}
