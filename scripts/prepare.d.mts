/** Builds both screens and the server, each only when its sources changed. */
export function buildStale(): Promise<void>
/** Rejects with every text that one of the two languages lacks; `more` are further files with words. */
export function checkWords(more?: readonly string[]): Promise<void>
