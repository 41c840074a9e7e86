import { newId } from '../../../api/src/kernel/ids.ts'
import { roles } from '../../../kit/contract/roles.ts'
import { type Attempt, change, copy } from './attempt.ts'

const quote = (
  by: string,
  what: string,
  changes: Record<string, unknown>,
  code: Attempt['code'] = '23514',
): Attempt => ({
  by,
  what,
  sql: ({ order }) => copy('quote', order.quoteId, { version: 2, state: 'superseded', ...changes }),
  code,
})

const uploads: Attempt[] = (
  [
    ['upload_bytes', 'an upload of nothing', 'bytes = 0'],
    ['upload_bytes', 'an upload with more bytes than it has', 'received_bytes = 11'],
    ['upload_whole_when_checked', 'looking through half an upload', `received_bytes = 9, state = 'checking'`],
    ['upload_says_what_came_of_it', 'an upload taken with nothing', `received_bytes = 10, state = 'taken'`],
    ['upload_says_what_came_of_it', 'an upload refused without a reason', `received_bytes = 10, state = 'refused'`],
    ['upload_says_what_came_of_it', 'a reason for refusing an upload that arrives', `refusal = '{}'`],
  ] as const
).map(([by, what, set]) => ({ by, what, sql: ({ upload }) => change('upload', upload, set), code: '23514' }))

const apiKeys: Attempt[] = (
  [
    ['api_key_opens_something', 'a key that opens nothing', `scopes = '{}'`],
    ['api_key_ends', 'a key for ever', `expires_at = created_at + interval '400 days'`],
    ['api_key_ends', 'a key that ended before it began', 'expires_at = created_at'],
    ['api_key_revoked_by_somebody', 'a key revoked by nobody', 'revoked_at = now()'],
  ] as const
).map(([by, what, set]) => ({ by, what, sql: ({ apiKey }) => change('api_key', apiKey, set), code: '23514' }))

const webhooks: Attempt[] = [
  {
    by: 'webhook_sealed',
    what: 'a webhook’s secret in the clear',
    sql: ({ webhook }) => change('webhook', webhook, `sealed_secret = 'whsec_x'`),
    code: '23514',
  },
  {
    by: 'webhook_hears_something',
    what: 'a webhook that is told nothing',
    sql: ({ webhook }) => change('webhook', webhook, `events = '{}'`),
    code: '23514',
  },
  {
    by: 'webhook_message_waits_until',
    what: 'a message that waits for no time',
    sql: ({ webhookMessage }) => change('webhook_message', webhookMessage, `state = 'waiting', delivered_at = NULL`),
    code: '23514',
  },
  {
    by: 'webhook_message_delivered_at',
    what: 'a message that got through at no time',
    sql: ({ webhookMessage }) => change('webhook_message', webhookMessage, 'delivered_at = NULL'),
    code: '23514',
  },
]

const orders: Attempt[] = [
  {
    by: 'order_cancelled_has_reason',
    what: 'a cancelled order without a reason',
    sql: ({ order }) => change('order', order.orderId, `state = 'cancelled'`),
    code: '23514',
  },
  {
    by: 'order_cancelled_has_reason',
    what: 'a reason for cancelling an order that runs',
    sql: ({ order }) => change('order', order.orderId, `cancelled_reason = '急に不要になった'`),
    code: '23514',
  },
  {
    by: 'order_has_format',
    what: 'an order delivered in no format',
    sql: ({ order }) => change('order', order.orderId, `delivery_formats = '{}'`),
    code: '23514',
  },
  {
    by: 'order_item_size',
    what: 'a picture without width',
    sql: ({ order }) => change('order_item', order.itemIds[0] ?? '', 'width = 0'),
    code: '23514',
  },
  quote('quote_amounts', 'a quote for nothing to do', { units: 0 }),
  quote('quote_amounts', 'a quote without pay', { unit_pay_yen: 0 }),
  quote('quote_amounts', 'a quote with a negative price', { price_yen: -1 }),
  quote('quote_pay_kind', 'a price per task that says no size', { pay_kind: 'per_task' }),
  quote('quote_pay_kind', 'a price per unit with the size of a task', { units_per_task: 4 }),
  quote('quote_pay_kind', 'a price per unit with agreed minutes', { agreed_minutes: 60 }),
  {
    by: 'quote_stays',
    what: 'another price in an agreed quote',
    sql: ({ order }) => change('quote', order.quoteId, 'unit_pay_yen = unit_pay_yen - 1'),
    code: '23001',
  },
  quote('quote_shares', 'a negative review share', { review_share_bp: -1 }),
  quote('quote_one_agreed', 'a second agreed quote', { state: 'agreed' }, '23505'),
  {
    by: 'quote_one_offered',
    what: 'two quotes offered at once',
    sql: ({ order }) =>
      [2, 3].map((version) => copy('quote', order.quoteId, { version, state: 'offered' })).join(';\n'),
    code: '23505',
  },
  {
    by: 'organisation_one_corporation',
    what: 'a second corporation',
    sql: () =>
      `INSERT INTO public.organisation (id, kind, name, name_en) VALUES (gen_random_uuid(), 'corporation', 'x', 'x')`,
    code: '23505',
  },
  {
    by: 'split_one_live',
    what: 'a second split while one stands',
    sql: ({ order }) => copy('split', order.splitId, { state: 'running' }),
    code: '23505',
  },
  {
    by: 'delivery_one_making',
    what: 'two deliveries being made',
    sql: ({ delivery }) => copy('delivery', delivery, { version: 2 }),
    code: '23505',
  },
  {
    by: 'delivery_ready_has_file',
    what: 'a delivery that is ready without a file',
    sql: ({ delivery }) => change('delivery', delivery, `state = 'ready'`),
    code: '23514',
  },
  {
    by: 'delivery_change_has_reason',
    what: 'a change asked for without a reason',
    sql: ({ delivery }) =>
      change('delivery', delivery, `state = 'change_requested', file_id = (SELECT id FROM public.stored_file LIMIT 1)`),
    code: '23514',
  },
  ...[0, 10_001].map(
    (share): Attempt => ({
      by: 'allotment_share',
      what: `a team’s share of ${share} basis points`,
      sql: ({ order }) => `UPDATE public.allotment SET share_bp = ${share} WHERE order_id = '${order.orderId}'`,
      code: '23514',
    }),
  ),
  {
    by: 'dated_rate_range',
    what: 'a rate that ends before it begins',
    sql: () => 'UPDATE public.dated_rate SET valid_to = valid_from',
    code: '23514',
  },
]

/** Where a role stands; `null` is the whole corporation. */
const placeOf: Record<(typeof roles)[number], 'team_id' | 'organisation_id' | 'order_id' | null> = {
  worker: 'team_id',
  leader: 'team_id',
  director: 'team_id',
  client: 'organisation_id',
  partner: 'organisation_id',
  municipality: 'organisation_id',
  pro: 'order_id',
  coordinator: null,
  office: null,
  payroll: null,
}
const columns = ['team_id', 'organisation_id', 'order_id'] as const
const wrongPlaces = roles.flatMap((role) =>
  [...columns, null].filter((column) => column !== placeOf[role]).map((column) => ({ role, column })),
)

const people: Attempt[] = [
  ...wrongPlaces.map(
    ({ role, column }): Attempt => ({
      by: 'membership_place',
      what: `a ${role} ${column === null ? 'nowhere' : `with ${column} as the place`}`,
      sql: ({ membership, town, order }) => {
        const places = { team_id: town.northTeamId, organisation_id: town.clientId, order_id: order.orderId }
        const none = { team_id: null, organisation_id: null, order_id: null }
        return copy('membership', membership, { role, ...none, ...(column && { [column]: places[column] }) })
      },
      code: '23514',
    }),
  ),
  {
    by: 'membership_once',
    what: 'the same role in the same place twice',
    sql: ({ membership }) => copy('membership', membership),
    code: '23505',
  },
  {
    by: 'person_email_lower',
    what: 'a sign-in name that differs by case',
    sql: ({ town }) => change('person', town.people.hana, `email = 'Hana@example.jp'`),
    code: '23514',
  },
  {
    by: 'person_email_key',
    what: 'two people with one sign-in name',
    sql: ({ town }) => copy('person', town.people.hana, { id: newId() }),
    code: '23505',
  },
  {
    by: 'person_language',
    what: 'a language there are no words for',
    sql: ({ town }) => change('person', town.people.hana, `language = 'fr'`),
    code: '23514',
  },
]

export const ordersAndPeople: Attempt[] = [
  {
    by: 'refresh_token_one_end',
    what: 'a link of a session both used and replaced',
    sql: ({ refreshToken }) => change('refresh_token', refreshToken, 'used_at = now(), superseded_at = now()'),
    code: '23514',
  },
  ...orders,
  ...uploads,
  ...apiKeys,
  ...webhooks,
  ...people,
]
