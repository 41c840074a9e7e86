import * as contract from '@tsumugi/kit/contract/mails.ts'
import { type Route, route } from '../http/implement.ts'
import { getMail } from './get-mail.ts'
import { listMails } from './list-mails.ts'

export const mailsRoutes: Route[] = [route(contract.listMails, listMails), route(contract.getMail, getMail)]
