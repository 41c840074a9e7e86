import { SegmentedControl, TextInput } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { todayWords } from '@tsumugi/kit/words/today.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useEffect, useState } from 'react'
import { anHourFrom, minutesUntil } from './minutes-until.ts'
import styles from './TimeChoice.module.css'

const choices = ['15', '30', '60', '90'] as const
const untilClock = 'until'

/** How much time there is: as this device remembers it, or until a clock time. */
export function useMinutes() {
  const [choice, setChoice] = useLocalStorage<string>({ key: 'tsumugi.minutes', defaultValue: '30' })
  const [now, setNow] = useState(() => new Date())
  const [clock, setClock] = useState(() => anHourFrom(now))
  const isUntil = choice === untilClock
  useEffect(() => {
    if (!isUntil) return
    const timer = setInterval(() => setNow(new Date()), 60_000)
    return () => clearInterval(timer)
  }, [isUntil])
  return {
    minutes: isUntil ? minutesUntil(clock, now) : Number(choice) || 30,
    choice,
    setChoice: (next: string) => {
      setNow(new Date())
      setChoice(next)
    },
    clock,
    setClock,
  }
}

/** “How much time do you have?” */
export function TimeChoice({ choice, setChoice, clock, setClock }: ReturnType<typeof useMinutes>) {
  const t = useWords(todayWords)
  return (
    <div className={styles.question}>
      <span id="how-long" className={styles.words} data-phrases>
        {t('howLong')}
      </span>
      <SegmentedControl
        aria-labelledby="how-long"
        className={styles.choice}
        value={choice}
        onChange={setChoice}
        data={[
          ...choices.map((minutes) => ({ value: minutes, label: t('minutesChoice', { minutes }) })),
          { value: untilClock, label: t('untilChoice') },
        ]}
      />
      {choice === untilClock && (
        <TextInput
          type="time"
          className={styles.clock}
          aria-label={t('untilClock')}
          value={clock}
          onChange={(event) => {
            if (event.currentTarget.value) setClock(event.currentTarget.value)
          }}
        />
      )}
    </div>
  )
}
