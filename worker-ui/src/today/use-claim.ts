import { useNavigate } from '@tanstack/react-router'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { makeTermsNotice } from '@tsumugi/kit/contract/notices.ts'
import { claimNextTasks, type listOffers } from '@tsumugi/kit/contract/tasks.ts'
import { useClient } from '@tsumugi/kit/ui/client/client-context.ts'
import { Refused } from '@tsumugi/kit/ui/client/refused.ts'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { useState } from 'react'
import type { TermsNotice } from '../terms/TermsDialog.tsx'

export type Offer = AnswerOf<typeof listOffers>['offers'][number]

/** An offer is one order in one team. */
export function keyOf({ order, team }: Offer): string {
  return `${order.id} ${team.id}`
}

/** Claims an offer's tasks and opens the first; where the terms are still to be read, `notice` asks for that before. */
export function useClaim() {
  const { caller, queries } = useClient()
  const navigate = useNavigate()
  const toast = useToast()
  const [busy, setBusy] = useState<string | null>(null)
  const [asked, setAsked] = useState<{ offer: Offer; notice: TermsNotice } | null>(null)

  async function askTerms(offer: Offer) {
    const notice = await caller.call(makeTermsNotice, { params: { orderId: offer.order.id } })
    if (notice.confirmedAt === null) setAsked({ offer, notice })
    return notice.confirmedAt !== null
  }

  async function take(offer: Offer) {
    const { claimed } = await caller.call(claimNextTasks, {
      params: { orderId: offer.order.id },
      body: { teamId: offer.team.id, count: Math.min(10, offer.fits.tasks) },
    })
    void queries.invalidateQueries()
    const first = claimed[0]
    if (first) await navigate({ to: `/work/${first.assignmentId}` })
  }

  async function claim(offer: Offer) {
    setBusy(keyOf(offer))
    try {
      if (offer.termsConfirmed || (await askTerms(offer))) await take(offer)
    } catch (failure) {
      // The terms changed since the list was read: show the new ones.
      const isTerms = failure instanceof Refused && failure.code.startsWith('notice.')
      if (!isTerms || (await askTerms(offer).catch(() => true))) toast.failed(failure)
      void queries.invalidateQueries()
    } finally {
      setBusy(null)
    }
  }

  return {
    busy,
    claim,
    notice: asked?.notice ?? null,
    closeNotice: () => setAsked(null),
    /** Claims what was asked for, now that the terms are read. */
    async goOn() {
      if (!asked) return
      setAsked(null)
      await claim({ ...asked.offer, termsConfirmed: true })
    },
  }
}
