import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import type { listTeams } from '@tsumugi/kit/contract/teams.ts'

/** A team with what lies with it now. */
export type Team = AnswerOf<typeof listTeams>['teams'][number]
