import {
  enterTaxProfile as enterTaxProfileEndpoint,
  getTaxProfile as getTaxProfileEndpoint,
  verifyTaxProfile as verifyTaxProfileEndpoint,
} from '@tsumugi/kit/contract/tax-profiles.ts'
import { type Route, route } from '../http/implement.ts'
import { enterTaxProfile } from './enter-tax-profile.ts'
import { getTaxProfile } from './get-tax-profile.ts'
import { verifyTaxProfile } from './verify-tax-profile.ts'

export const taxProfilesRoutes: Route[] = [
  route(getTaxProfileEndpoint, getTaxProfile),
  route(enterTaxProfileEndpoint, enterTaxProfile),
  route(verifyTaxProfileEndpoint, verifyTaxProfile),
]
