import { createContext, useContext } from 'react'
import type { AnswerOf } from '../../contract/endpoint.ts'
import type { getMe } from '../../contract/people.ts'

/** Who is signed in, their places, and what they may do at all. */
export type Me = AnswerOf<typeof getMe>

/** What people set for themselves. */
export type Settings = Pick<
  Me,
  'displayName' | 'language' | 'colourScheme' | 'textSize' | 'motion' | 'timeFactor' | 'quietHours'
>

export const MeContext = createContext<Me | null>(null)

/** Who is signed in; only on pages behind the sign-in. `me.can['order.create']` is the server's word on it. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('useMe stands outside the pages behind the sign-in')
  return me
}
