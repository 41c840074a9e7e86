import { area } from './words.ts'

/** How the one price of a task is shared where work changed hands. */
export const handOverWords = area('handOvers', {
  ja: {
    title: '報酬の分け方',
    part: '{{name}}さん（{{count}}件まで）',
    partTime: '{{name}}さん（{{time}}）',
    rest: '仕上げた人',
    yours: 'あなた',
    why: '（{{reason}}）',
    settle: '分け方を変える',
    settleOf: '{{name}}さんの分を変える',
    settleTitle: '{{name}}さんの分を変えますか',
    settleText:
      'はじめは、済んだ件数の割合で分けています。{{yen}}より少ない額で決められ、残りは仕上げた人に支払われます。理由は二人に見えます。',
    shareYen: 'この人の分（税抜・円）',
    reason: '理由',
    settleIt: 'この分にする',
    settled: '{{name}}さんの分を変えました',
  },
  en: {
    title: 'How the pay is shared',
    partTime: '{{name}} ({{time}})',
    part: {
      one: '{{name}} (up to {{count}} item)',
      other: '{{name}} (up to {{count}} items)',
    },
    rest: 'Whoever finishes',
    yours: 'You',
    why: '({{reason}})',
    settle: 'Change',
    settleOf: 'Change the part of {{name}}',
    settleTitle: 'Change the part of {{name}}?',
    settleText:
      'At first it is shared by how many items were done. Any amount below {{yen}} will do; the rest goes to whoever finishes. Both of them see the reason.',
    shareYen: 'Their part (yen, before tax)',
    reason: 'Reason',
    settleIt: 'Settle this part',
    settled: 'The part of {{name}} is settled',
  },
})
