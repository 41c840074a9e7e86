import {
  cancelSplit as cancelSplitEndpoint,
  previewSplit as previewSplitEndpoint,
  startSplit as startSplitEndpoint,
} from '@tsumugi/kit/contract/splitting.ts'
import { type Route, route } from '../http/implement.ts'
import { cancelSplit } from './cancel-split.ts'
import { previewSplit } from './preview-split.ts'
import { startSplit } from './start-split.ts'

export const splittingRoutes: Route[] = [
  route(previewSplitEndpoint, previewSplit),
  route(startSplitEndpoint, startSplit),
  route(cancelSplitEndpoint, cancelSplit),
]
