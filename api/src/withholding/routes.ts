import {
  downloadPayYear as downloadPayYearEndpoint,
  getPayYear as getPayYearEndpoint,
  listWithholding as listWithholdingEndpoint,
  payWithholding as payWithholdingEndpoint,
} from '@tsumugi/kit/contract/withholding.ts'
import { downloadRoute, type Route, route } from '../http/implement.ts'
import { downloadPayYear } from './download-pay-year.ts'
import { getPayYear } from './get-pay-year.ts'
import { listWithholding } from './list-withholding.ts'
import { payWithholding } from './pay-withholding.ts'

export const withholdingRoutes: Route[] = [
  route(listWithholdingEndpoint, listWithholding),
  route(payWithholdingEndpoint, payWithholding),
  route(getPayYearEndpoint, getPayYear),
  downloadRoute(downloadPayYearEndpoint, downloadPayYear),
]
