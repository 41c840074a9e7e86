export { confirmedNotice, type NoticeStanding, noticeStanding } from './notice-store.ts'
