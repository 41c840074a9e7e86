import {
  explainRate as explainRateEndpoint,
  getMyRates as getMyRatesEndpoint,
  getRates as getRatesEndpoint,
  liftRate as liftRateEndpoint,
  raiseRate as raiseRateEndpoint,
} from '@tsumugi/kit/contract/rates.ts'
import { type Route, route } from '../http/implement.ts'
import { explainRate } from './explain-rate.ts'
import { getMyRates } from './get-my-rates.ts'
import { getRates } from './get-rates.ts'
import { liftRate } from './lift-rate.ts'
import { raiseRate } from './raise-rate.ts'

export const ratesRoutes: Route[] = [
  route(getMyRatesEndpoint, getMyRates),
  route(getRatesEndpoint, getRates),
  route(explainRateEndpoint, explainRate),
  route(liftRateEndpoint, liftRate),
  route(raiseRateEndpoint, raiseRate),
]
