import type { Rows } from '../db/database.ts'

/** A month's runs with everything about their transfers, newest first; and the names of who had a hand in them. */
export async function loadRuns(rows: Rows, month: string) {
  const runs = await rows.transferRun.findMany({
    where: { month },
    include: {
      transfers: {
        include: { bankAccount: true, statement: { select: { personName: true } } },
        orderBy: { statement: { number: 'asc' } },
      },
    },
    orderBy: { number: 'desc' },
  })
  const hands = runs.flatMap(({ preparedById, approvedById, executedById }) => [
    preparedById,
    approvedById,
    executedById,
  ])
  const named = await rows.person.findMany({
    where: { id: { in: hands.filter((id) => id !== null) } },
    select: { id: true, displayName: true },
  })
  return { runs, nameOf: (id: string) => named.find((each) => each.id === id)?.displayName ?? '' }
}

export type Run = Awaited<ReturnType<typeof loadRuns>>['runs'][number]
