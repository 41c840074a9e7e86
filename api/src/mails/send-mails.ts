import { later } from '../kernel/clock.ts'
import type { Post } from '../open-post.ts'
import type { World } from '../world.ts'
import { secondsUntilNext } from './mail-calc.ts'
import { type DueMail, failUseless, fileOfMail, markFailed, markSent, takeDueMail } from './mail-store.ts'
import { openContent } from './open-content.ts'

/** Longer than a mail server may take to answer. */
const leaseSeconds = 300

/**
 * Sends every mail that is due; woken when one is made, and every minute. A mail that was sent by a process that died before it
 * could note so goes out once more, under the same message id.
 */
export async function sendMails(world: World): Promise<void> {
  const { post } = world
  if (!post) return
  await world.db.transact((tx) => failUseless(tx, world.clock.now()))
  for (;;) {
    const now = world.clock.now()
    const mail = await world.db.transact((tx) => takeDueMail(tx, now, later(now, leaseSeconds)))
    if (!mail) return
    await sendOne(world, post, mail)
  }
}

async function sendOne(world: World, post: Post, mail: DueMail): Promise<void> {
  const failure = await failureOfSending(world, post, mail)
  const now = world.clock.now()
  if (failure === null) return world.db.transact((tx) => markSent(tx, mail, now))
  // Neither the address nor what the server said of it belongs into the log.
  world.log.warn({ mailId: mail.id, attempts: mail.attempts, isFinal: failure.isFinal }, 'a mail did not go out')
  const wait = failure.isFinal ? null : secondsUntilNext(mail.attempts)
  await world.db.transact((tx) => markFailed(tx, mail, failure.said, wait === null ? null : later(now, wait)))
}

async function failureOfSending(world: World, post: Post, mail: DueMail) {
  const { id, toAddress, subject } = mail
  const file = await fileOfMail(world.db.rows, id)
  const files = file ? [{ name: file.name, content: world.files.open(file.sha256) }] : []
  return post.send({ id, toAddress, subject, ...openContent(world, mail), files })
}
