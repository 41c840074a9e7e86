import type { Language } from './words.ts'

// Everybody here works by Japanese time, wherever the device thinks it is.
const ZONE = 'Asia/Tokyo'
const LOCALE: Record<Language, string> = { ja: 'ja-JP', en: 'en-GB' }

const cache = new Map<string, Intl.DateTimeFormat>()

function partsOf(at: Date, language: Language, options: Intl.DateTimeFormatOptions): Record<string, string> {
  const key = language + JSON.stringify(options)
  const format = cache.get(key) ?? new Intl.DateTimeFormat(LOCALE[language], options)
  cache.set(key, format)
  return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]))
}

/** A day (`2026-11-20`) stands for itself; an instant is read by Japanese time. */
function readDay(value: string | Date): { at: Date; timeZone: string } {
  if (typeof value === 'string' && value.length === 10) return { at: new Date(`${value}T00:00:00Z`), timeZone: 'UTC' }
  return { at: new Date(value), timeZone: ZONE }
}

/** `12345` → `12,345` */
export function formatNumber(value: number, language: Language): string {
  return value.toLocaleString(LOCALE[language])
}

/** Whole yen: `12345` → `12,345円` or `¥12,345`. */
export function formatYen(yen: number, language: Language): string {
  const digits = formatNumber(Math.abs(yen), language)
  const sign = yen < 0 ? '−' : ''
  return language === 'ja' ? `${sign}${digits}円` : `${sign}¥${digits}`
}

/** A day or an instant: `2026年11月20日(金)` or `Fri 20 Nov 2026`; `short` leaves the year out. */
export function formatDay(value: string | Date, language: Language, length: 'full' | 'short' = 'full'): string {
  const { at, timeZone } = readDay(value)
  const month = language === 'ja' ? 'numeric' : 'short'
  const part = partsOf(at, language, { timeZone, year: 'numeric', month, day: 'numeric', weekday: 'short' })
  const year = length === 'full' ? part.year : ''
  if (language === 'ja') return `${year && `${year}年`}${part.month?.replace('月', '')}月${part.day}日(${part.weekday})`
  return [part.weekday, part.day, part.month, year].filter(Boolean).join(' ')
}

/** A month (`2026-11` or any day in it): `2026年11月` or `November 2026`. */
export function formatMonth(value: string, language: Language): string {
  const at = new Date(`${value.slice(0, 7)}-01T00:00:00Z`)
  const part = partsOf(at, language, {
    timeZone: 'UTC',
    year: 'numeric',
    month: language === 'ja' ? 'numeric' : 'long',
  })
  return language === 'ja' ? `${part.year}年${part.month?.replace('月', '')}月` : `${part.month} ${part.year}`
}

/** The clock in Japan at an instant: `9:05` or `09:05`. */
export function formatTime(value: string | Date, language: Language): string {
  const part = partsOf(new Date(value), language, {
    timeZone: ZONE,
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const hour = String(Number(part.hour))
  return `${language === 'ja' ? hour : hour.padStart(2, '0')}:${part.minute?.padStart(2, '0')}`
}

/** Day and clock: `11月20日(金) 9:05` or `Fri 20 Nov 09:05`. */
export function formatMoment(value: string | Date, language: Language): string {
  return `${formatDay(value, language, 'short')} ${formatTime(value, language)}`
}

/** A length of work in whole minutes: `40分`, `1時間20分`, `40 min`, `1 h 20 min`; `about` puts 約 before it. */
export function formatMinutes(minutes: number, language: Language, about = false): string {
  const whole = Math.max(0, Math.round(minutes))
  const hours = Math.floor(whole / 60)
  const rest = whole % 60
  if (language === 'ja') {
    const text = `${hours > 0 ? `${formatNumber(hours, language)}時間` : ''}${rest > 0 || hours === 0 ? `${rest}分` : ''}`
    return about ? `約${text}` : text
  }
  const text = [hours > 0 && `${formatNumber(hours, language)} h`, (rest > 0 || hours === 0) && `${rest} min`]
  return `${about ? 'about ' : ''}${text.filter(Boolean).join(' ')}`
}

/** A share between 0 and 1: `0.125` → `12.5%`. */
export function formatShare(share: number, language: Language): string {
  return share.toLocaleString(LOCALE[language], { style: 'percent', maximumFractionDigits: 1 })
}

/** A file's size: `1,536` → `1.5 KB`. */
export function formatBytes(bytes: number, language: Language): string {
  const units = ['B', 'KB', 'MB', 'GB']
  let size = bytes
  let unit = 0
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024
    unit += 1
  }
  return `${size.toLocaleString(LOCALE[language], { maximumFractionDigits: unit === 0 ? 0 : 1 })} ${units[unit]}`
}
