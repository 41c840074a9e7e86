import { auditRoutes } from './audit/routes.ts'
import type { Route } from './http/implement.ts'
import { peopleRoutes } from './people/routes.ts'
import { splittingRoutes } from './splitting/routes.ts'
import { teamsRoutes } from './teams/routes.ts'

/** Every slice's routes; a test compares them with the contract. */
export const routes: readonly Route[] = [...auditRoutes, ...peopleRoutes, ...splittingRoutes, ...teamsRoutes]
