import { useMemo } from 'react'
import {
  formatBytes,
  formatDay,
  formatMinutes,
  formatMoment,
  formatMonth,
  formatNumber,
  formatShare,
  formatTime,
  formatYen,
} from './format.ts'
import { useLanguage } from './use-words.ts'

/** The formats of `format.ts` in the reader's language: `const { yen, day } = useFormats()`. */
export function useFormats() {
  const language = useLanguage()
  return useMemo(
    () => ({
      number: (value: number) => formatNumber(value, language),
      yen: (yen: number) => formatYen(yen, language),
      day: (value: string | Date, length?: 'full' | 'short') => formatDay(value, language, length),
      month: (value: string) => formatMonth(value, language),
      time: (value: string | Date) => formatTime(value, language),
      moment: (value: string | Date) => formatMoment(value, language),
      minutes: (minutes: number, about?: boolean) => formatMinutes(minutes, language, about),
      share: (share: number) => formatShare(share, language),
      bytes: (bytes: number) => formatBytes(bytes, language),
    }),
    [language],
  )
}
