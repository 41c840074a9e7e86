import {
  acceptSubmission as acceptSubmissionEndpoint,
  answerPin as answerPinEndpoint,
  fixSubmission as fixSubmissionEndpoint,
  listReviewQueue as listReviewQueueEndpoint,
  releaseReview as releaseReviewEndpoint,
  returnSubmission as returnSubmissionEndpoint,
  startReview as startReviewEndpoint,
  writePinMessage as writePinMessageEndpoint,
} from '@tsumugi/kit/contract/reviews.ts'
import { type Route, route } from '../http/implement.ts'
import { acceptSubmission } from './accept-submission.ts'
import { answerPin } from './answer-pin.ts'
import { fixSubmission } from './fix-submission.ts'
import { listReviewQueue } from './list-review-queue.ts'
import { releaseReview } from './release-review.ts'
import { returnSubmission } from './return-submission.ts'
import { startReview } from './start-review.ts'
import { writePinMessage } from './write-pin-message.ts'

export const reviewsRoutes: Route[] = [
  route(listReviewQueueEndpoint, listReviewQueue),
  route(startReviewEndpoint, startReview),
  route(releaseReviewEndpoint, releaseReview),
  route(acceptSubmissionEndpoint, acceptSubmission),
  route(returnSubmissionEndpoint, returnSubmission),
  route(fixSubmissionEndpoint, fixSubmission),
  route(answerPinEndpoint, answerPin),
  route(writePinMessageEndpoint, writePinMessage),
]
