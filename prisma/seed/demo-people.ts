import type { MembershipInput } from '@tsumugi/kit/contract/people.ts'
import { acceptInvitation } from '../../api/src/people/accept-invitation.ts'
import { makeInvitation } from '../../api/src/people/make-invitation.ts'
import { hashPassword, registerPerson } from '../../api/src/people/public.ts'
import { createTeam } from '../../api/src/teams/create-team.ts'
import { addOrganisation, type NewOrganisation } from '../../api/src/teams/public.ts'
import type { World } from '../../api/src/world.ts'
import { type AskAs, askAs } from './ask-as.ts'

/** Every sign-in of the demo town has this one. The demo is never made in production. */
export const demoPassword = 'tsumugi-demo-town'

/** Somebody of the demo town as the sign-in list shows them. */
export interface DemoPerson {
  email: string
  name: string
  /** In both languages, for people. */
  role: string
}

const organisations = {
  corporation: {
    kind: 'corporation',
    name: 'つむぎ振興公社',
    nameEn: 'Tsumugi Promotion Corporation',
    address: '長野県紡木市大門一番町1-1 紡木市民交流センター2階',
    contact: '事務局 0263-00-0000 office@tsumugi.example',
  },
  tsumugi: { kind: 'municipality', name: '紡木市', nameEn: 'Tsumugi City' },
  orihara: { kind: 'municipality', name: '織原町', nameEn: 'Orihara Town' },
  asahi: {
    kind: 'client',
    name: 'あさひ検査機器株式会社',
    nameEn: 'Asahi Diagnostics Inc.',
    address: '東京都千代田区丸の内0-0-0',
    contact: '開発部 ai@asahi.example',
  },
  shinano: {
    kind: 'client',
    name: '信濃医用画像研究所',
    nameEn: 'Shinano Medical Imaging Institute',
    address: '長野県松本市旭0-0-0',
    contact: 'データ室 data@shinano.example',
  },
} as const satisfies Record<string, NewOrganisation>
type OrganisationKey = keyof typeof organisations

const teams = {
  daimon: { name: '大門チーム', nameEn: 'Daimon team', region: 'tsumugi' },
  hirooka: { name: '広丘チーム', nameEn: 'Hirooka team', region: 'tsumugi' },
  orihara: { name: '織原チーム', nameEn: 'Orihara team', region: 'orihara' },
} as const satisfies Record<string, { name: string; nameEn: string; region: OrganisationKey }>
export type TeamKey = keyof typeof teams

type Place =
  | [role: 'worker' | 'leader' | 'director', team: TeamKey]
  | [role: 'client' | 'municipality', of: OrganisationKey]
  | [role: 'office' | 'payroll' | 'coordinator']

/** Key, which is also the sign-in name; name; places. The office's own person is first: the others are invited by it. */
const people = {
  office: ['宮下 美咲', [['office']]],
  payroll: ['丸山 健一', [['payroll']]],
  coordinator: ['小林 由香', [['coordinator']]],
  director: [
    '中村 さとみ',
    [
      ['director', 'daimon'],
      ['director', 'hirooka'],
    ],
  ],
  director2: [
    '大久保 誠',
    [
      ['director', 'orihara'],
      ['director', 'daimon'],
    ],
  ],
  leader: [
    '百瀬 あゆみ',
    [
      ['leader', 'daimon'],
      ['worker', 'daimon'],
    ],
  ],
  hana: ['上條 花', [['worker', 'daimon']]],
  ken: ['塩原 健', [['worker', 'daimon']]],
  yui: ['赤羽 結衣', [['worker', 'daimon']]],
  nao: ['降旗 直', [['worker', 'daimon']]],
  mio: ['青柳 澪', [['worker', 'hirooka']]],
  sora: ['手塚 空', [['worker', 'hirooka']]],
  rin: ['横山 凛', [['worker', 'hirooka']]],
  taichi: ['武居 太一', [['worker', 'hirooka']]],
  emi: ['古畑 恵美', [['worker', 'orihara']]],
  jun: ['二木 淳', [['worker', 'orihara']]],
  aki: ['髙橋 亜希', [['worker', 'orihara']]],
  shin: ['𠮷田 真', [['worker', 'orihara']]],
  client: ['朝日 亮', [['client', 'asahi']]],
  client2: ['篠原 みどり', [['client', 'shinano']]],
  town: ['竹内 浩', [['municipality', 'tsumugi']]],
} as const satisfies Record<string, readonly [string, readonly Place[]]>
export type PersonKey = keyof typeof people

const roleNames: Record<Place[0], string> = {
  worker: 'ワーカー / worker',
  leader: 'リーダー / leader',
  director: 'ディレクター / director',
  office: '事務局 / office',
  payroll: '経理 / payroll',
  coordinator: '人材コーディネーター / coordinator',
  client: '発注者 / client',
  municipality: '自治体 / municipality',
}

/** The town's people, each with a way to ask, and its teams. */
export interface DemoTown {
  ask: Record<PersonKey, AskAs>
  teamIds: Record<TeamKey, string>
}

/** Everybody who can sign in to the demo town. */
export function demoPeople(): DemoPerson[] {
  return (Object.keys(people) as PersonKey[]).map((key) => {
    const [name, [first]] = people[key]
    return { email: emailOf(key), name, role: roleNames[first[0]] }
  })
}

/** Makes organisations, teams and people; everybody but the first is invited and accepts. */
export async function makeDemoPeople(world: World): Promise<DemoTown> {
  const passwordHash = await hashPassword(demoPassword)
  const { organisationIds, officeId } = await world.db.transact(async (tx) => {
    const ids = new Map<OrganisationKey, string>()
    for (const key of Object.keys(organisations) as OrganisationKey[]) {
      ids.set(key, (await addOrganisation(tx, organisations[key])).id)
    }
    const memberships: MembershipInput[] = [{ role: 'office' }]
    const [displayName] = people.office
    const office = { email: emailOf('office'), displayName, language: 'ja' as const, passwordHash, memberships }
    return { organisationIds: ids, officeId: (await registerPerson(tx, { ...office, at: world.clock.now() })).id }
  })
  const office = await askAs(world, officeId)
  const teamIds = {} as Record<TeamKey, string>
  for (const key of Object.keys(teams) as TeamKey[]) {
    const { name, nameEn, region } = teams[key]
    const body = { name, nameEn, regionId: organisationIds.get(region) ?? '' }
    teamIds[key] = (await office(createTeam, { body })).id
  }
  const placeOf = ([role, where]: Place): MembershipInput => {
    if (role === 'worker' || role === 'leader' || role === 'director') return { role, teamId: teamIds[where] }
    return { role, organisationId: organisationIds.get(where as OrganisationKey) }
  }
  const ask = { office } as Record<PersonKey, AskAs>
  for (const key of Object.keys(people) as PersonKey[]) {
    if (key === 'office') continue
    const [displayName, places] = people[key]
    const memberships = (places as readonly Place[]).map(placeOf)
    ask[key] = await askAs(world, await join(world, office, { email: emailOf(key), displayName, memberships }))
  }
  return { ask, teamIds }
}

async function join(
  world: World,
  office: AskAs,
  invited: { email: string; displayName: string; memberships: MembershipInput[] },
): Promise<string> {
  const { link } = await office(makeInvitation, { body: { ...invited, language: 'ja' } })
  const token = link.split('/').at(-1) ?? ''
  const caller = { address: 'demo', device: 'demo', refreshToken: null, deviceToken: null }
  const body = { displayName: invited.displayName, password: demoPassword }
  await acceptInvitation({ world, caller, params: { token }, query: undefined, body })
  return (await world.db.rows.person.findUniqueOrThrow({ where: { email: invited.email } })).id
}

function emailOf(key: PersonKey): string {
  return `${key}@tsumugi.example`
}
