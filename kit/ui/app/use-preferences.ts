import { useContext } from 'react'
import { changeLanguage } from '../../words/language.ts'
import { useLanguage } from '../../words/use-words.ts'
import type { Language } from '../../words/words.ts'
import { KeepSettings } from './KeptSettings.tsx'
import { noteLanguageChosen } from './on-device.ts'

/** The language: kept with the person where somebody is signed in, else chosen for this device. */
export function usePreferences() {
  const keep = useContext(KeepSettings)
  return {
    language: useLanguage(),
    setLanguage(next: Language) {
      if (keep) {
        void keep({ language: next })
        return
      }
      noteLanguageChosen()
      changeLanguage(next)
    },
  }
}
