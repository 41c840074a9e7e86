/** From when until when in Japan nothing but urgent mails is sent, `22:00` to `07:00`. */
export interface QuietHours {
  from: string
  to: string
}

/** As they are kept: minutes after midnight. */
export function quietMinutes(hours: QuietHours | null): { quietFrom: number | null; quietTo: number | null } {
  return { quietFrom: hours && minutesOf(hours.from), quietTo: hours && minutesOf(hours.to) }
}

/** As they are told; null where none are set. */
export function quietHours(kept: { quietFrom: number | null; quietTo: number | null }): QuietHours | null {
  const { quietFrom, quietTo } = kept
  return quietFrom === null || quietTo === null ? null : { from: timeOf(quietFrom), to: timeOf(quietTo) }
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return (hours ?? 0) * 60 + (minutes ?? 0)
}

function timeOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
