/** Builds both screens and the server, each only when its sources changed. */
export function buildStale(): Promise<void>
