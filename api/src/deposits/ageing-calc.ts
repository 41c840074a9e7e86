import { addDays } from '../kernel/japan-day.ts'
import { sumYen } from '../kernel/yen.ts'

/** What is open by how long it has been due. */
export interface Aged {
  notDueYen: number
  to30Yen: number
  to60Yen: number
  to90Yen: number
  over90Yen: number
  openYen: number
}

/** Sorts open amounts by the days since they were due: 1 to 30, 31 to 60, 61 to 90, more. */
export function ageOf(open: readonly { dueOn: string; openYen: number }[], today: string): Aged {
  const since = (from: number, to: number | null) =>
    sumYen(
      open
        .filter(({ dueOn }) => dueOn <= addDays(today, -from) && (to === null || dueOn >= addDays(today, -to)))
        .map(({ openYen }) => openYen),
    )
  return {
    notDueYen: sumYen(open.filter(({ dueOn }) => dueOn >= today).map(({ openYen }) => openYen)),
    to30Yen: since(1, 30),
    to60Yen: since(31, 60),
    to90Yen: since(61, 90),
    over90Yen: since(91, null),
    openYen: sumYen(open.map(({ openYen }) => openYen)),
  }
}
