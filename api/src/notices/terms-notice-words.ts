import type { PendingTermItem } from '@tsumugi/kit/contract/open-terms.ts'

/** Another due day, with the one before. */
interface DueDayChange {
  was: string
  dueOn: string
  reason: string
}

/** More pay, as amounts are written. */
interface Raised {
  was: string
  now: string
  reason: string
}

/** Minutes beyond those agreed for a task. */
interface TimeGranted {
  task: number
  minutes: number
  reason: string
}

/** What the notice's sentences are filled with. */
export interface NoticeWords {
  brief: string
  unit: string
  unitsPerTask: number
  manualVersion: number
  ordererName: string
  /** `[closingOn, paymentDue]`, each a concrete pair of days. */
  payDays: readonly (readonly [string, string])[]
}

/** `2026-12-25` as it is written in a contract. */
function jaDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** The notice is a legal document: every sentence here is part of the terms (FL-3; MHLW guideline items 3 to 12). */
export const noticeWords = {
  ja: {
    unit: '画像1枚',
    task: '1タスク',
    taskAtMost: '1タスク（最大）',
    hour: '作業1時間',
    howPerHour: (minutes: number, cap: string) =>
      `1タスクの約束の時間は${minutes}分、額は最大${cap}（税抜）。時間は、作業画面を開いて作業していた時間を人ごとに数え、1分に満たない分は1分とする。額の1円未満は切り上げる。約束の時間を超える作業は、あらためて合意してから行い、同じ額で支払う。`,
    howGranted: (task: number, minutes: number, cap: string) =>
      `タスク${task}の約束の時間は、合意により${minutes}分（最大${cap}）。`,
    howPerTask: (units: number) => `画像の枚数（最大${units}枚）にかかわらず、1タスクごとの額。`,
    howFixed: (sum: string) =>
      `案件全体の額${sum}（税抜）を、画像の枚数に応じて各タスクに割り振った額。タスクごとの額は着手の前に示す。`,
    manual: (version: number) => `作業マニュアル 第${version}版`,
    place: 'オンライン：つむぎの作業画面',
    raised: ({ was, now, reason }: Raised) =>
      `報酬の単価を${was}から${now}（税抜）に上げた。理由：${reason}。まだ払われていない着手済みのタスクにも、この単価を使う。`,
    manualChanged: (version: number) => `作業マニュアルが第${version}版になった。`,
    dueDayChanged: ({ was, dueOn, reason }: DueDayChange) =>
      `納期を${jaDay(was)}から${jaDay(dueOn)}に変えた。理由：${reason}。${
        dueOn > was
          ? '着手済みのタスクにも、この納期を使う。'
          : '着手済みのタスクの納期は変わらない。これから着手するタスクに、この納期を使う。'
      }`,
    timeGranted: ({ task, minutes, reason }: TimeGranted) =>
      `相談のあったタスク${task}の約束の時間を${minutes}分増やした。理由：${reason}。作業中のこのタスクにすぐに使う。`,
    decided: (item: PendingTermItem, value: string) =>
      `未定だった${item === 'delivery_place' ? `納品の場所を「${value}」` : `検査完了期日を${jaDay(value)}`}と定めた。ほかの条件は前の版のとおり。`,
    method: '作業画面から提出する',
    description: (w: NoticeWords) =>
      `${w.brief}\n数量：${w.unit}を1単位とし、1タスクは最大${w.unitsPerTask}単位。着手したタスクごとに業務を委託する。着手する数は受託者が決める。`,
    ip: (w: NoticeWords) =>
      `成果物の著作権（著作権法第27条および第28条の権利を含む）は、報酬の支払いと同時に${w.ordererName}に移る。その対価は報酬に含む。受託者は成果物について著作者人格権を行使しない。`,
    personalData:
      '画像に写る人や書類などの個人情報は、この業務のためだけに使う。複製、持ち出し、第三者への提供をせず、業務が終わったら端末に残さない。',
    expenses: '通信費、電気代、機器の費用は受託者が負担する。このほかの費用、登録料、手数料を求めることはない。',
    paymentRule: (w: NoticeWords) =>
      `${w.payDays.map(([closing, due]) => `${jaDay(closing)}までに提出した分は${jaDay(due)}に支払う。`).join('')}以後も同じく、毎月末日に締め、翌月25日（銀行休業日のときはその前の営業日）に支払う。検品の終わりや、発注者からの入金を待たない。請求書は要らない。`,
    change:
      '条件を変えるときは、変わる前に新しい取引条件を示し、受託者が確かめてから有効になる。断っても不利益はない。着手したタスクの報酬を下げることはない。',
    defect:
      '検品で作業マニュアルに合わないところがあれば、項目を示して差し戻す。直しの費用は、マニュアルに合わない場合は受託者、説明の変更や不足による場合は発注者が負担する。直した成果には報酬の全額を支払う。期限に遅れるときや続けられないときは、いつでもタスクを手放すことができ、違約金はない。',
    confidentiality: '業務で知った発注者とその顧客の情報を、業務の間も終わった後も、他に知らせず、他の目的に使わない。',
    contact: (name: string, contact: string) => `${name} 事務局（${contact}）`,
  },
  en: {
    unit: 'one image',
    task: 'one task',
    taskAtMost: 'one task at most',
    hour: 'one hour of work',
    howPerHour: (minutes: number, cap: string) =>
      `${minutes} minutes are agreed for a task, ${cap} before tax at most. Time is counted for each person while the work screen is open and worked in; a begun minute counts, and the sum is rounded up to the yen. Work beyond the agreed time is agreed anew first, and paid at the same rate.`,
    howGranted: (task: number, minutes: number, cap: string) =>
      `For task ${task}, ${minutes} minutes are agreed (${cap} at most).`,
    howPerTask: (units: number) => `The same for each task, however many images it holds (${units} at most).`,
    howFixed: (sum: string) =>
      `One sum for the whole order, ${sum} before tax, divided over its tasks by their images. What a task pays is shown before it is claimed.`,
    manual: (version: number) => `Work manual, version ${version}`,
    place: 'Online: the work screen of Tsumugi',
    raised: ({ was, now, reason }: Raised) =>
      `The price rose from ${was} to ${now} before tax. Reason: ${reason}. It holds for claimed tasks that are not paid yet too.`,
    manualChanged: (version: number) => `The work manual is now version ${version}.`,
    dueDayChanged: ({ was, dueOn, reason }: DueDayChange) =>
      `The due day changed from ${was} to ${dueOn}. Reason: ${reason}. ${
        dueOn > was
          ? 'It holds for tasks already claimed too.'
          : 'Tasks already claimed keep their day; it holds for tasks claimed from now on.'
      }`,
    timeGranted: ({ task, minutes, reason }: TimeGranted) =>
      `As asked for, ${minutes} more minutes are agreed for task ${task}. Reason: ${reason}. They hold for the work in hand at once.`,
    decided: (item: PendingTermItem, value: string) =>
      `The ${item === 'delivery_place' ? 'place of delivery' : 'day inspection ends'}, which was open, is now ${item === 'delivery_place' ? `“${value}”` : value}. All else stands as in the version before.`,
    method: 'Submitted from the work screen',
    description: (w: NoticeWords) =>
      `${w.brief}\nQuantity: ${w.unit} is one unit; one task has at most ${w.unitsPerTask} units. Each task is entrusted when it is claimed. How many are claimed is for the worker to decide.`,
    ip: (w: NoticeWords) =>
      `Copyright in the results (including the rights of Articles 27 and 28 of the Copyright Act) passes to ${w.ordererName} when the fee is paid. The fee includes its price. The worker does not exercise moral rights in the results.`,
    personalData:
      'Personal data seen in images, such as people or documents, is used for this work only: not copied, not taken out, not passed on, and not kept on the device when the work is over.',
    expenses:
      'The worker bears the cost of connection, electricity and equipment. No other cost, registration fee or commission is ever asked for.',
    paymentRule: (w: NoticeWords) =>
      `${w.payDays.map(([closing, due]) => `What is submitted by ${closing} is paid on ${due}. `).join('')}The same holds for every month after: closed on its last day, paid on the 25th of the next, or on the bank day before when banks are closed. Payment waits neither for review nor for the client to pay. No invoice is needed.`,
    change:
      'When terms change, new terms are shown first and hold once the worker has confirmed them. Declining them costs nothing. The fee of a claimed task is never lowered.',
    defect:
      'Where review finds that work does not follow the manual, it is returned with the clause. Correction is at the worker’s cost where the manual was not followed, and at the orderer’s where instructions changed or were unclear. Corrected work is paid in full. A task can be released at any time, when late or unable to go on, without penalty.',
    confidentiality:
      'What the worker learns of the orderer and its clients is not told to others nor used for anything else, during the work and after it.',
    contact: (name: string, contact: string) => `${name}, office (${contact})`,
  },
} as const
