import { area } from './words.ts'

export const auditWords = area('audit', {
  ja: {
    title: '監査記録',
    lead: 'だれが、いつ、何を、なぜしたか。新しい順です。書いたものは変えられず、消せません。',
    none: '記録はありません',
    noneHelp: '絞り込みを外すと、ほかの記録が見られます。',
    what: 'できごと',
    who: 'だれが',
    system: 'システム',
    when: 'いつ',
    where: 'どこで',
    reason: '理由',
    filter: 'できごとで絞り込む',
    all: 'すべて',
  },
  en: {
    title: 'Audit trail',
    lead: 'Who did what, when and why, newest first. What is written can be neither changed nor removed.',
    none: 'Nothing recorded',
    noneHelp: 'Without the filter you see the rest.',
    what: 'What',
    who: 'Who',
    system: 'The system',
    when: 'When',
    where: 'Where',
    reason: 'Reason',
    filter: 'Show only',
    all: 'Everything',
  },
})
