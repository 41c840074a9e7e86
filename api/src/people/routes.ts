import * as contract from '@tsumugi/kit/contract/people.ts'
import { openRoute, type Route, route } from '../http/implement.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { changeMe } from './change-me.ts'
import { changeMemberships } from './change-memberships.ts'
import { endSession } from './end-session.ts'
import { getInvitation } from './get-invitation.ts'
import { getMe } from './get-me.ts'
import { listPeople } from './list-people.ts'
import { listSessions } from './list-sessions.ts'
import { makeInvitation } from './make-invitation.ts'
import { refreshSession } from './refresh-session.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { signOutEverywhere } from './sign-out-everywhere.ts'

export const peopleRoutes: Route[] = [
  openRoute(contract.signIn, signIn),
  openRoute(contract.refreshSession, refreshSession),
  openRoute(contract.signOut, signOut),
  route(contract.signOutEverywhere, signOutEverywhere),
  route(contract.listSessions, listSessions),
  route(contract.endSession, endSession),
  route(contract.getMe, getMe),
  route(contract.changeMe, changeMe),
  openRoute(contract.getInvitation, getInvitation),
  openRoute(contract.acceptInvitation, acceptInvitation),
  route(contract.makeInvitation, makeInvitation),
  route(contract.listPeople, listPeople),
  route(contract.changeMemberships, changeMemberships),
]
