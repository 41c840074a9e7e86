const irregular: Record<string, string> = {
  make: 'made',
  give: 'given',
  write: 'written',
  begin: 'begun',
  pay: 'paid',
  send: 'sent',
  read: 'read',
  reset: 'reset',
  withdraw: 'withdrawn',
}
const doubled = /^(submit|allot|cancel|split)$/

/** The past form of a verb of an action: `claim` → `claimed`. */
export function pastTense(verb: string): string {
  const known = irregular[verb]
  if (known) return known
  if (doubled.test(verb)) return `${verb}${verb.at(-1)}ed`
  if (verb.endsWith('e')) return `${verb}d`
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`
}

/** The event an action leaves: `task.claim` → `task.claimed`. */
export function eventOfAction(action: string): string {
  const [noun = '', verb = ''] = action.split('.')
  return `${noun}.${pastTense(verb)}`
}

/** The file of an endpoint's command, without its ending: `claimTask` → `claim-task`. */
export function fileOfEndpoint(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
