/** How long to wait after each failed try, in seconds: within minutes at first, then hours, two days in all. */
const waits = [5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 28_800, 43_200, 43_200] as const

/** How long until the next try after so many, or null when it was the last. */
export function waitAfter(attempts: number): number | null {
  return waits[attempts - 1] ?? null
}

/** A system has taken a message in when it answers 2xx; anything else, a redirect too, is a failure. */
export function isTakenIn(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300
}

/** Why a system may not be told at this address; `isInside` says whether the host is an address inside a network. */
export function addressRefusal(
  url: URL,
  { isProduction, isInside }: { isProduction: boolean; isInside: boolean },
): 'webhook.needs_https' | 'webhook.address_refused' | null {
  if (url.username !== '' || url.password !== '') return 'webhook.address_refused'
  if (!isProduction) return null
  if (url.protocol !== 'https:') return 'webhook.needs_https'
  return isInside ? 'webhook.address_refused' : null
}
