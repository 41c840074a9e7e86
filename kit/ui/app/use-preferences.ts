import { useMantineColorScheme } from '@mantine/core'
import { changeMe } from '../../contract/people.ts'
import { changeLanguage } from '../../words/language.ts'
import { useLanguage } from '../../words/use-words.ts'
import type { Language } from '../../words/words.ts'
import { useClient } from '../client/client-context.ts'

type Scheme = 'auto' | 'light' | 'dark'

/** Language and colours: changed at once on this device, and kept with the person when somebody is signed in. */
export function usePreferences() {
  const { caller, session } = useClient()
  const language = useLanguage()
  // Without `keepTransitions` Mantine would write an inline style sheet.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })

  function keep(body: { language?: Language; colourScheme?: Scheme }) {
    // The device has it already; a lost line only means that the next device starts with the old choice.
    if (session.state() === 'in') void caller.call(changeMe, { body }).catch(() => undefined)
  }
  return {
    language,
    scheme: colorScheme,
    setLanguage(next: Language) {
      changeLanguage(next)
      keep({ language: next })
    },
    setScheme(next: Scheme) {
      setColorScheme(next)
      keep({ colourScheme: next })
    },
  }
}
