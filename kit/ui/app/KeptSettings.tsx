import { useMantineColorScheme } from '@mantine/core'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { changeMe, getMe } from '../../contract/people.ts'
import { changeLanguage, currentLanguage } from '../../words/language.ts'
import { useClient } from '../client/client-context.ts'
import { answerKey } from '../client/use-answer.ts'
import { useBothVersions } from '../form/BothVersions.tsx'
import { isSame } from '../form/save-on-top.ts'
import { useToast } from '../parts/use-toast.tsx'
import { type Me, MeContext, type Settings, useMe } from './me.ts'
import { showOnDevice, takeLanguageChosen } from './on-device.ts'
import { useSettingLines } from './use-setting-lines.ts'

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
  const { shown, keep, choice } = useKeeping(useMe())
  useShown(shown)
  useEffect(() => {
    if (takeLanguageChosen() && currentLanguage() !== shown.language) void keep({ language: currentLanguage() })
    else changeLanguage(shown.language)
  }, [shown.language, keep])
  return (
    <MeContext value={shown}>
      <KeepSettings value={keep}>
        {children}
        {choice}
      </KeepSettings>
    </MeContext>
  )
}

function useShown({ textSize, motion, colourScheme }: Settings): void {
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const setScheme = useRef(setColorScheme)
  setScheme.current = setColorScheme
  useEffect(() => showOnDevice({ textSize, motion }), [textSize, motion])
  useEffect(() => setScheme.current(colourScheme), [colourScheme])
}

/** One change after the other, each on top of the version the last one made; what is on its way is shown already. */
function useKeeping(me: Me) {
  const toast = useToast()
  const { caller, queries } = useClient()
  const [onItsWay, setOnItsWay] = useState<Partial<Settings>>({})
  const before = useRef<Promise<unknown>>(Promise.resolve())
  // An answer that was asked for before the last change may arrive after it.
  const known = useRef(me)
  if (me.version >= known.current.version) known.current = me
  const shown = { ...known.current, ...onItsWay }
  const latest = useRef(shown)
  latest.current = shown
  const put = (next: Me) => {
    known.current = next
    queries.setQueryData<Me>(answerKey(getMe, {}), next)
  }
  const { save, choice } = useBothVersions<Partial<Settings>>({
    async save(part, version) {
      const saved = await caller.call(changeMe, { body: { ...part, version } })
      put({ ...known.current, ...part, version: saved.version })
    },
    async readAgain(part) {
      put(await caller.call(getMe))
      return { version: known.current.version, value: only(known.current, part) }
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
      latest.current = { ...latest.current, ...part }
      setOnItsWay((others) => ({ ...others, ...part }))
      const sent = before.current.then(() => saving.current(part, { version: known.current.version, value }))
      const kept = sent
        .then(() => isSame(only(known.current, part), part))
        .catch((failure: unknown) => {
          toast.failed(failure)
          return false
        })
        .finally(() => setOnItsWay((all) => without(all, part)))
      before.current = kept
      return kept
    },
    [toast],
  )
  return { shown, keep, choice }
}

/** Of some settings, those that are named in `part`. */
function only(all: Partial<Settings>, part: Partial<Settings>): Partial<Settings> {
  return Object.fromEntries(Object.keys(part).map((key) => [key, all[key as keyof Settings]]))
}

/** Settings less those that are as `part` says. */
function without(all: Partial<Settings>, part: Partial<Settings>): Partial<Settings> {
  return Object.fromEntries(Object.entries(all).filter(([key, value]) => value !== part[key as keyof Settings]))
}
