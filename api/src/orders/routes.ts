import {
  addItems as addItemsEndpoint,
  agreeQuote as agreeQuoteEndpoint,
  cancelOrder as cancelOrderEndpoint,
  changeOrder as changeOrderEndpoint,
  closeOrder as closeOrderEndpoint,
  createOrder as createOrderEndpoint,
  declineQuote as declineQuoteEndpoint,
  getItemImage as getItemImageEndpoint,
  getOrder as getOrderEndpoint,
  listItems as listItemsEndpoint,
  listOrders as listOrdersEndpoint,
  offerQuote as offerQuoteEndpoint,
  removeItem as removeItemEndpoint,
  submitOrder as submitOrderEndpoint,
} from '@tsumugi/kit/contract/orders.ts'
import { downloadRoute, type Route, route, uploadRoute } from '../http/implement.ts'
import { addItems, itemsMayArrive } from './add-items.ts'
import { agreeQuote } from './agree-quote.ts'
import { cancelOrder } from './cancel-order.ts'
import { changeOrder } from './change-order.ts'
import { closeOrder } from './close-order.ts'
import { createOrder } from './create-order.ts'
import { declineQuote } from './decline-quote.ts'
import { getItemImage } from './get-item-image.ts'
import { getOrder } from './get-order.ts'
import { listItems } from './list-items.ts'
import { listOrders } from './list-orders.ts'
import { offerQuote } from './offer-quote.ts'
import { removeItem } from './remove-item.ts'
import { submitOrder } from './submit-order.ts'

export const ordersRoutes: Route[] = [
  route(createOrderEndpoint, createOrder),
  route(changeOrderEndpoint, changeOrder),
  route(listOrdersEndpoint, listOrders),
  route(getOrderEndpoint, getOrder),
  route(submitOrderEndpoint, submitOrder),
  route(cancelOrderEndpoint, cancelOrder),
  route(closeOrderEndpoint, closeOrder),
  uploadRoute(addItemsEndpoint, itemsMayArrive, addItems),
  route(listItemsEndpoint, listItems),
  route(removeItemEndpoint, removeItem),
  downloadRoute(getItemImageEndpoint, getItemImage),
  route(offerQuoteEndpoint, offerQuote),
  route(agreeQuoteEndpoint, agreeQuote),
  route(declineQuoteEndpoint, declineQuote),
]
