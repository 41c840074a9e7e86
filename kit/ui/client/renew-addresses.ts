import type { QueryClient } from '@tanstack/react-query'

/**
 * Pictures are shown from signed addresses, which work for some hours. When one fails on a page that stood open for longer,
 * everything on the screen is read again and brings new ones: once for each hour addresses end at, so that a picture that
 * is missing for another reason is not asked for over and over.
 */
export function renewAddresses(page: EventTarget, queries: Pick<QueryClient, 'invalidateQueries'>): void {
  const asked = new Set<string>()
  // Errors of pictures do not bubble; they can be heard on their way down.
  page.addEventListener('error', ({ target }) => failed(target), true)

  function failed(target: EventTarget | null): void {
    const address = (target as { src?: string } | null)?.src
    const until = address && URL.canParse(address) ? new URL(address).searchParams.get('until') : null
    if (until === null || asked.has(until)) return
    asked.add(until)
    void queries.invalidateQueries()
  }
}
