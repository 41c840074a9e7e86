import { expect, test } from 'vitest'
import {
  type Draft,
  type DraftFields,
  draftOf,
  isUnsaved,
  shownFields,
  takeToSend,
  whenDecided,
  whenReadAgain,
  whenRefused,
  whenSaved,
  whenTyped,
} from './draft-state.ts'

const red: DraftFields['labels'][number] = { name: '赤血球', colour: '#d32f2f', kinds: ['box'] }
const order = {
  title: '血球画像',
  brief: '',
  labels: [red],
  dueOn: null,
  deliveryFormats: ['coco' as const],
  version: 3,
}

/** The draft after what was typed is on its way. */
function sent(draft: Draft): Draft {
  const taken = takeToSend(draft)
  if (!taken) throw new Error('nothing to send')
  return taken.draft
}

test('what is typed is shown at once, sent once, and saved', () => {
  const typed = whenTyped(draftOf(order), { brief: '枠で囲む' })
  expect(shownFields(typed).brief).toBe('枠で囲む')
  expect(isUnsaved(typed)).toBe(true)
  const taken = takeToSend(typed)
  expect(taken?.changes).toEqual({ brief: '枠で囲む' })
  const saved = whenSaved(sent(typed), 4)
  expect(saved).toMatchObject({ version: 4, saved: { brief: '枠で囲む' } })
  expect(isUnsaved(saved)).toBe(false)
  expect(takeToSend(saved)).toBeNull()
})

test('nothing is sent while something is on its way; what was typed meanwhile goes next', () => {
  const first = sent(whenTyped(draftOf(order), { brief: 'a' }))
  const more = whenTyped(first, { brief: 'ab', dueOn: '2027-01-29' })
  expect(takeToSend(more)).toBeNull()
  expect(shownFields(more)).toMatchObject({ brief: 'ab', dueOn: '2027-01-29' })
  expect(takeToSend(whenSaved(more, 4))?.changes).toEqual({ brief: 'ab', dueOn: '2027-01-29' })
})

test('a refusal loses nothing: it waits, and what was typed since stands above it', () => {
  const onItsWay = sent(whenTyped(draftOf(order), { brief: 'a', dueOn: '2027-01-29' }))
  const refused = whenRefused(whenTyped(onItsWay, { brief: 'ab' }))
  expect(shownFields(refused)).toMatchObject({ brief: 'ab', dueOn: '2027-01-29' })
  expect(takeToSend(refused)?.changes).toEqual({ brief: 'ab', dueOn: '2027-01-29' })
})

test('an emptied name is shown and stays here; the rest is sent', () => {
  const draft = whenTyped(draftOf(order), { title: ' ', brief: 'a' })
  expect(takeToSend(draft)?.changes).toEqual({ brief: 'a' })
  const saved = whenSaved(sent(draft), 4)
  expect(shownFields(saved).title).toBe(' ')
  expect(takeToSend(saved)).toBeNull()
})

test('what is typed back to what it was need not be sent', () => {
  const draft = whenTyped(whenTyped(draftOf(order), { title: 'x' }), { title: order.title })
  expect(isUnsaved(draft)).toBe(false)
  expect(takeToSend(draft)).toBeNull()
})

test('what others change appears where nobody types', () => {
  const typing = whenTyped(draftOf(order), { brief: 'a' })
  const again = whenReadAgain(typing, { ...order, title: '別の名前', version: 4 })
  expect(shownFields(again)).toMatchObject({ title: '別の名前', brief: 'a' })
  expect(again.conflict).toEqual([])
  expect(takeToSend(again)?.changes).toEqual({ brief: 'a' })
})

test('an answer older than what is known here changes nothing', () => {
  const saved = whenSaved(sent(whenTyped(draftOf(order), { brief: 'a' })), 4)
  expect(whenReadAgain(saved, order)).toBe(saved)
  const onItsWay = sent(whenTyped(saved, { brief: 'ab' }))
  expect(whenReadAgain(onItsWay, { ...order, version: 9 })).toBe(onItsWay)
})

test('a field changed there and here is a conflict: nothing is sent until it is decided', () => {
  const typing = whenTyped(draftOf(order), { brief: 'mine', dueOn: '2027-01-29' })
  const again = whenReadAgain(typing, { ...order, brief: 'theirs', version: 4 })
  expect(again.conflict).toEqual(['brief'])
  expect(shownFields(again).brief).toBe('mine')
  expect(takeToSend(again)).toBeNull()
  const mine = whenDecided(again, 'mine')
  expect(takeToSend(mine)).toMatchObject({
    changes: { brief: 'mine', dueOn: '2027-01-29' },
    draft: { version: 4 },
  })
  const theirs = whenDecided(again, 'theirs')
  expect(shownFields(theirs)).toMatchObject({ brief: 'theirs', dueOn: '2027-01-29' })
  expect(takeToSend(theirs)?.changes).toEqual({ dueOn: '2027-01-29' })
})

test('the same words typed there and here are no conflict', () => {
  const typing = whenTyped(draftOf(order), { brief: 'same' })
  const again = whenReadAgain(typing, { ...order, brief: 'same', version: 4 })
  expect(again.conflict).toEqual([])
  expect(isUnsaved(again)).toBe(false)
})
