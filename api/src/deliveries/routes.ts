import {
  acceptDelivery as acceptDeliveryEndpoint,
  downloadDelivery as downloadDeliveryEndpoint,
  downloadPackage as downloadPackageEndpoint,
  getDeliveryLink as getDeliveryLinkEndpoint,
  makeDelivery as makeDeliveryEndpoint,
  requestChange as requestChangeEndpoint,
} from '@tsumugi/kit/contract/deliveries.ts'
import { downloadRoute, type Route, route } from '../http/implement.ts'
import { acceptDelivery } from './accept-delivery.ts'
import { downloadDelivery } from './download-delivery.ts'
import { downloadPackage } from './download-package.ts'
import { getDeliveryLink } from './get-delivery-link.ts'
import { makeDelivery } from './make-delivery.ts'
import { requestChange } from './request-change.ts'

export const deliveriesRoutes: Route[] = [
  route(makeDeliveryEndpoint, makeDelivery),
  downloadRoute(downloadDeliveryEndpoint, downloadDelivery),
  route(getDeliveryLinkEndpoint, getDeliveryLink),
  downloadRoute(downloadPackageEndpoint, downloadPackage),
  route(acceptDeliveryEndpoint, acceptDelivery),
  route(requestChangeEndpoint, requestChange),
]
