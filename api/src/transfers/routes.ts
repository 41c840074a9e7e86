import {
  approveTransfers as approveTransfersEndpoint,
  changePayerAccount as changePayerAccountEndpoint,
  downloadTransfers as downloadTransfersEndpoint,
  executeTransfers as executeTransfersEndpoint,
  getPayerAccount as getPayerAccountEndpoint,
  getTransfers as getTransfersEndpoint,
  prepareTransfers as prepareTransfersEndpoint,
  returnTransfer as returnTransferEndpoint,
  withdrawTransfers as withdrawTransfersEndpoint,
} from '@tsumugi/kit/contract/transfers.ts'
import { downloadRoute, type Route, route } from '../http/implement.ts'
import { approveTransfers } from './approve-transfers.ts'
import { changePayerAccount } from './change-payer-account.ts'
import { downloadTransfers } from './download-transfers.ts'
import { executeTransfers } from './execute-transfers.ts'
import { getPayerAccount } from './get-payer-account.ts'
import { getTransfers } from './get-transfers.ts'
import { prepareTransfers } from './prepare-transfers.ts'
import { returnTransfer } from './return-transfer.ts'
import { withdrawTransfers } from './withdraw-transfers.ts'

export const transfersRoutes: Route[] = [
  route(getPayerAccountEndpoint, getPayerAccount),
  route(changePayerAccountEndpoint, changePayerAccount),
  route(getTransfersEndpoint, getTransfers),
  route(prepareTransfersEndpoint, prepareTransfers),
  route(approveTransfersEndpoint, approveTransfers),
  route(withdrawTransfersEndpoint, withdrawTransfers),
  downloadRoute(downloadTransfersEndpoint, downloadTransfers),
  route(executeTransfersEndpoint, executeTransfers),
  route(returnTransferEndpoint, returnTransfer),
]
