import { useMantineColorScheme } from '@mantine/core'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef } from 'react'
import { changeMe, getMe } from '../../contract/people.ts'
import { changeLanguage, currentLanguage } from '../../words/language.ts'
import { useClient } from '../client/client-context.ts'
import { answerKey } from '../client/use-answer.ts'
import { useBothVersions } from '../form/BothVersions.tsx'
import { isSame } from '../form/save-on-top.ts'
import { useToast } from '../parts/use-toast.tsx'
import { type Me, useMe } from './me.ts'
import { showOnDevice, takeLanguageChosen } from './on-device.ts'
import { useSettingLines } from './use-setting-lines.ts'

/** What people set for themselves. */
export type Settings = Pick<
  Me,
  'displayName' | 'language' | 'colourScheme' | 'textSize' | 'motion' | 'timeFactor' | 'quietHours'
>

/** Changes settings of the person signed in: at once here, a moment later on every device. Answers whether that was kept. */
type Keep = (part: Partial<Settings>) => Promise<boolean>

/** null where nobody is signed in. */
export const KeepSettings = createContext<Keep | null>(null)

/** As `KeepSettings`, on pages behind the sign-in. */
export function useKeepSettings(): Keep {
  const keep = useContext(KeepSettings)
  if (!keep) throw new Error('useKeepSettings stands outside the pages behind the sign-in')
  return keep
}

/** Around every page behind the sign-in: shows it as the person has set it, whatever device this is, and keeps what they change. */
export function KeptSettings({ children }: { children: ReactNode }) {
  const me = useMe()
  useShown(me)
  const { keep, choice } = useKeeping(me)
  useEffect(() => {
    if (takeLanguageChosen() && currentLanguage() !== me.language) void keep({ language: currentLanguage() })
    else changeLanguage(me.language)
  }, [me.language, keep])
  return (
    <KeepSettings value={keep}>
      {children}
      {choice}
    </KeepSettings>
  )
}

function useShown({ textSize, motion, colourScheme }: Settings): void {
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const setScheme = useRef(setColorScheme)
  setScheme.current = setColorScheme
  useEffect(() => showOnDevice({ textSize, motion }), [textSize, motion])
  useEffect(() => setScheme.current(colourScheme), [colourScheme])
}

/** One change after the other: each on top of the version the last one made. */
function useKeeping(me: Me) {
  const toast = useToast()
  const { caller, queries } = useClient()
  const before = useRef<Promise<unknown>>(Promise.resolve())
  const latest = useRef(me)
  latest.current = me
  const put = (next: Me) => {
    latest.current = next
    queries.setQueryData<Me>(answerKey(getMe, {}), next)
  }
  const { save, choice } = useBothVersions<Partial<Settings>>({
    async save(part, version) {
      const saved = await caller.call(changeMe, { body: { ...part, version } })
      put({ ...latest.current, ...part, version: saved.version })
    },
    async readAgain(part) {
      put(await caller.call(getMe))
      return { version: latest.current.version, value: only(latest.current, part) }
    },
    onSaved: () => undefined,
    onTheirs: () => undefined,
    linesOf: useSettingLines(),
  })
  const saving = useRef(save)
  saving.current = save
  const keep: Keep = useCallback(
    (part) => {
      const value = only(latest.current, part)
      const shown = { ...latest.current, ...part }
      latest.current = shown
      queries.setQueryData<Me>(answerKey(getMe, {}), shown)
      const sent = before.current.then(() => saving.current(part, { version: latest.current.version, value }))
      // The screen has it already; the next time it is read, it is as it was kept.
      const kept = sent.then(
        () => isSame(only(latest.current, part), part),
        (failure: unknown) => {
          toast.failed(failure)
          return false
        },
      )
      before.current = kept
      return kept
    },
    [queries, toast],
  )
  return { keep, choice }
}

/** Of some settings, those that are named in `part`. */
function only(all: Settings, part: Partial<Settings>): Partial<Settings> {
  return Object.fromEntries(Object.keys(part).map((key) => [key, all[key as keyof Settings]]))
}
