import type { answerPin as endpoint } from '@tsumugi/kit/contract/reviews.ts'
import type { Command } from '../http/command.ts'
import { Refusal, refuseIf } from '../kernel/refusal.ts'
import { lockPin, pinEvent, pinFacts } from './lock-pin.ts'
import { pinRefusal } from './pin-rules.ts'
import { addPinMessage, movePin } from './pin-store.ts'

/** The author says the place is mended, or asks; a question needs words. */
export const answerPin: Command<typeof endpoint> = ({ world, actor, params, body }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const pin = await lockPin(tx, actor, 'pin.answer', params.pinId)
    refuseIf(pinRefusal(pinFacts(pin)))
    if (body.state === 'question' && body.message === '') {
      throw new Refusal('request.malformed', {}, [{ path: 'message', problem: 'required' }])
    }
    refuseIf(
      (await movePin(tx, pin.id, body.state === 'fixed' ? 'answerFixed' : 'answerQuestion')) ? null : 'pin.closed',
    )
    if (body.message !== '') {
      await addPinMessage(tx, { pinId: pin.id, authorId: actor.personId, body: body.message, writtenAt: at })
    }
    await pinEvent(tx, pin, { action: 'pin.answered', at, actorId: actor.personId })
    return { done: true as const }
  })
