import type { writePinMessage as endpoint } from '@tsumugi/kit/contract/reviews.ts'
import type { Command } from '../http/command.ts'
import { refuseIf } from '../kernel/refusal.ts'
import { lockPin, pinEvent, pinFacts } from './lock-pin.ts'
import { pinRefusal, replyReopens } from './pin-rules.ts'
import { addPinMessage, movePin } from './pin-store.ts'

/** Adds to a pin's thread; a director's answer to a question opens the pin again for its author. */
export const writePinMessage: Command<typeof endpoint> = ({ world, actor, params, body }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const pin = await lockPin(tx, actor, 'pin_message.write', params.pinId)
    refuseIf(pinRefusal(pinFacts(pin)))
    const id = await addPinMessage(tx, { pinId: pin.id, authorId: actor.personId, body: body.body, writtenAt: at })
    if (replyReopens(pinFacts(pin), actor.personId)) await movePin(tx, pin.id, 'reply')
    await pinEvent(tx, pin, { action: 'pin_message.written', at, actorId: actor.personId })
    return { id }
  })
