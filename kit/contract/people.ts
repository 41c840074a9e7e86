import { z } from 'zod'
import { actions } from './actions.ts'
import { endpoint } from './endpoint.ts'
import { roles } from './roles.ts'
import {
  colourScheme,
  done,
  id,
  instant,
  language,
  line,
  motion,
  name,
  page,
  pageQuery,
  textSize,
  timeFactor,
  version,
} from './values.ts'

const email = z.email().max(254).toLowerCase()
/** NIST SP 800-63B: length matters, composition rules do not. */
export const newPassword = z.string().min(12).max(200)
export const accessToken = z.object({ accessToken: z.string(), expiresAt: instant })

/** A role and the place it holds in; which of the three is needed follows from the role. */
export const membership = z.object({
  role: z.enum(roles),
  teamId: id.optional(),
  organisationId: id.optional(),
  orderId: id.optional(),
})
export type MembershipInput = z.infer<typeof membership>

const shownMembership = z.object({
  role: z.enum(roles),
  team: name.nullable(),
  organisation: name.nullable(),
  order: name.nullable(),
})

/** A time of day in Japan, `22:00`. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** What a person sets for themselves; it follows them to every device. */
const settings = {
  displayName: line(80),
  language,
  colourScheme,
  textSize,
  motion,
  timeFactor,
  /** Times of day in Japan between which nothing but urgent mails is sent; `to` before `from` is on the next day. */
  quietHours: z.object({ from: timeOfDay, to: timeOfDay }).nullable(),
}

export const signIn = endpoint({
  name: 'signIn',
  method: 'POST',
  path: '/api/session',
  action: null,
  summary: 'Starts a session: answers a short access token and sets the refresh cookie.',
  /** `code`: the second step, once `session.needs_code` asked for it; a one-time code or a recovery code. */
  body: z.object({
    email: z.string().trim().toLowerCase().max(254),
    password: z.string().max(200),
    code: z.string().min(1).max(40).optional(),
  }),
  answer: accessToken,
  refusals: [
    'session.wrong_credentials',
    'session.needs_code',
    'session.needs_passkey',
    'session.wrong_code',
    'request.too_many',
  ],
})
export const refreshSession = endpoint({
  name: 'refreshSession',
  method: 'POST',
  path: '/api/session/refresh',
  action: null,
  summary: 'Exchanges the refresh cookie for a new one and a new access token; a cookie shown twice ends the session.',
  answer: accessToken,
  refusals: ['session.ended'],
})
export const signOut = endpoint({
  name: 'signOut',
  method: 'DELETE',
  path: '/api/session',
  action: null,
  summary: 'Ends this session.',
  answer: done,
  refusals: [],
})
export const signOutEverywhere = endpoint({
  name: 'signOutEverywhere',
  method: 'DELETE',
  path: '/api/sessions',
  action: 'session.end',
  summary: 'Ends every session of the person asking.',
  answer: done,
  refusals: [],
  beforeSecondFactor: true,
})
export const listSessions = endpoint({
  name: 'listSessions',
  method: 'GET',
  path: '/api/sessions',
  action: 'session.list',
  summary: 'Where the person asking is signed in, last used first.',
  answer: z.object({
    sessions: z.array(
      z.object({
        id,
        /** As the browser names itself. */
        device: z.string(),
        startedAt: instant,
        lastUsedAt: instant,
        /** The one that asks. */
        isThis: z.boolean(),
      }),
    ),
  }),
  refusals: [],
})
export const endSession = endpoint({
  name: 'endSession',
  method: 'DELETE',
  path: '/api/sessions/:sessionId',
  action: 'session.end',
  summary: 'Signs the person asking out on one device.',
  params: z.object({ sessionId: id }),
  answer: done,
  refusals: [],
})
export const getMe = endpoint({
  name: 'getMe',
  method: 'GET',
  path: '/api/me',
  action: 'me.read',
  summary: 'Who is asking, their places and what they may do at all.',
  answer: z.object({
    id,
    email: z.string(),
    ...settings,
    displayName: z.string(),
    /** Of the settings. */
    version,
    memberships: z.array(shownMembership),
    /** Nothing else is open until a second step is set up. */
    mustEnrol: z.boolean(),
    can: z.record(z.enum(actions), z.boolean()),
  }),
  refusals: [],
  beforeSecondFactor: true,
})
export const changeMe = endpoint({
  name: 'changeMe',
  method: 'PATCH',
  path: '/api/me',
  action: 'me.change',
  summary: 'Changes one’s own name and settings; `version` is the one that was read.',
  body: z.object(settings).partial().extend({ version }),
  answer: z.object({ version }),
  refusals: ['version.stale', 'me.no_quiet_hours'],
  beforeSecondFactor: true,
})
export const getInvitation = endpoint({
  name: 'getInvitation',
  method: 'GET',
  path: '/api/invitations/:token',
  action: null,
  summary: 'What an invitation link offers.',
  params: z.object({ token: z.string().min(20).max(200) }),
  answer: z.object({ email: z.string(), displayName: z.string(), language, expiresAt: instant }),
  refusals: ['invitation.not_usable', 'request.too_many'],
})
export const acceptInvitation = endpoint({
  name: 'acceptInvitation',
  method: 'POST',
  path: '/api/invitations/:token/accept',
  action: null,
  summary: 'Makes the account and signs in.',
  params: z.object({ token: z.string().min(20).max(200) }),
  body: z.object({ displayName: line(80), password: newPassword }),
  answer: accessToken,
  refusals: ['invitation.not_usable', 'person.email_taken', 'request.too_many'],
})
export const makeInvitation = endpoint({
  name: 'makeInvitation',
  method: 'POST',
  path: '/api/invitations',
  action: 'invitation.make',
  summary: 'Invites somebody by mail; the link is also shown once, to the person inviting.',
  body: z.object({ email, displayName: line(80), language, memberships: z.array(membership).min(1).max(20) }),
  /** `isMailed`: a mail server is set, and the link is on its way. */
  answer: z.object({ id, link: z.string(), expiresAt: instant, isMailed: z.boolean() }),
  secretAnswer: true,
  refusals: ['person.email_taken', 'person.needs_membership', 'permission.denied'],
})
export const listPeople = endpoint({
  name: 'listPeople',
  method: 'GET',
  path: '/api/people',
  action: 'person.list',
  summary: 'People with their roles and places, by name.',
  query: z.object({ ...pageQuery, search: z.string().max(80).optional(), teamId: id.optional() }),
  answer: page(
    z.object({
      id,
      displayName: z.string(),
      email: z.string(),
      state: z.enum(['active', 'left']),
      /** Of the roles and places. */
      version,
      memberships: z.array(shownMembership),
      can: z.object({ changeMemberships: z.boolean() }),
    }),
  ),
  refusals: [],
})
export const changeMemberships = endpoint({
  name: 'changeMemberships',
  method: 'PUT',
  path: '/api/people/:personId/memberships',
  action: 'membership.change',
  summary: 'Replaces somebody’s roles and places; `version` is the one that was read.',
  params: z.object({ personId: id }),
  body: z.object({ memberships: z.array(membership).min(1).max(20), version }),
  answer: z.object({ version }),
  refusals: ['person.needs_membership', 'membership.last_office', 'version.stale'],
})
