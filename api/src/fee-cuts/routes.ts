import * as contract from '@tsumugi/kit/contract/fee-cuts.ts'
import { type Route, route } from '../http/implement.ts'
import { agreeFeeCut } from './agree-fee-cut.ts'
import { declineFeeCut } from './decline-fee-cut.ts'
import { listFeeCuts } from './list-fee-cuts.ts'
import { proposeFeeCut } from './propose-fee-cut.ts'

export const feeCutsRoutes: Route[] = [
  route(contract.proposeFeeCut, proposeFeeCut),
  route(contract.agreeFeeCut, agreeFeeCut),
  route(contract.declineFeeCut, declineFeeCut),
  route(contract.listFeeCuts, listFeeCuts),
]
