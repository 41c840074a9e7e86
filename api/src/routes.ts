import type { Route } from './http/implement.ts'

/** Every slice's routes; a test compares them with the contract. */
export const routes: readonly Route[] = []
