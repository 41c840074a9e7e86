import { settingsWords } from '../../words/settings.ts'
import { shell } from '../../words/shell.ts'
import { signInWords } from '../../words/sign-in.ts'
import { useWords } from '../../words/use-words.ts'
import type { VersionLine } from '../form/BothVersions.tsx'
import type { Settings } from './me.ts'

/** Settings in words, for choosing between two versions of them. */
export function useSettingLines(): (part: Partial<Settings>) => VersionLine[] {
  const t = useWords(settingsWords)
  const frame = useWords(shell)
  const signIn = useWords(signInWords)
  const schemes = { auto: frame('schemeAuto'), light: frame('schemeLight'), dark: frame('schemeDark') }
  return ({ displayName, language, colourScheme, textSize, motion, timeFactor, quietHours }) => [
    ...(displayName === undefined ? [] : [{ name: signIn('name'), text: displayName }]),
    ...(language ? [{ name: frame('language'), text: language === 'ja' ? '日本語' : 'English' }] : []),
    ...(colourScheme ? [{ name: frame('scheme'), text: schemes[colourScheme] }] : []),
    ...(textSize ? [{ name: t('textSize'), text: t(textSize) }] : []),
    ...(motion ? [{ name: t('lessMotion'), text: t(motion) }] : []),
    ...(timeFactor ? [{ name: t('time'), text: t(timeFactor) }] : []),
    ...(quietHours === undefined
      ? []
      : [{ name: t('quiet'), text: quietHours ? t('quietFromTo', quietHours) : t('quietNone') }]),
  ]
}
