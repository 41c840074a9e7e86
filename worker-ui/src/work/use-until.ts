import { useFormats } from '@tsumugi/kit/words/use-formats.ts'

/** A moment in as few words as are clear: the clock alone when it is today in Japan. */
export function useUntil(): (instant: string) => string {
  const { day, time, moment } = useFormats()
  return (instant) => (day(instant) === day(new Date()) ? time(instant) : moment(instant))
}
