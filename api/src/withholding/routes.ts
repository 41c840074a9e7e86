import {
  downloadPaySummary as downloadPaySummaryEndpoint,
  downloadPayYear as downloadPayYearEndpoint,
  getPayYear as getPayYearEndpoint,
  listPaySummaries as listPaySummariesEndpoint,
  listWithholding as listWithholdingEndpoint,
  payWithholding as payWithholdingEndpoint,
} from '@tsumugi/kit/contract/withholding.ts'
import { downloadRoute, type Route, route } from '../http/implement.ts'
import { downloadPaySummary } from './download-pay-summary.ts'
import { downloadPayYear } from './download-pay-year.ts'
import { getPayYear } from './get-pay-year.ts'
import { listPaySummaries } from './list-pay-summaries.ts'
import { listWithholding } from './list-withholding.ts'
import { payWithholding } from './pay-withholding.ts'

export const withholdingRoutes: Route[] = [
  route(listWithholdingEndpoint, listWithholding),
  route(payWithholdingEndpoint, payWithholding),
  route(getPayYearEndpoint, getPayYear),
  downloadRoute(downloadPayYearEndpoint, downloadPayYear),
  route(listPaySummariesEndpoint, listPaySummaries),
  downloadRoute(downloadPaySummaryEndpoint, downloadPaySummary),
]
