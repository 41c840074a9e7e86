import { expect, test } from 'vitest'
import { shareBpOf, tasksOfShares } from '../../admin-ui/src/allotment/shares-calc.ts'
import { basisPoints, quoteFigures } from '../../admin-ui/src/orders/quote-figures.ts'
import { quoteAmounts } from '../../api/src/orders/quote-calc.ts'
import { allotRuns } from '../../api/src/tasks/allotment-rules.ts'
import { payKind } from '../../kit/contract/pay-kind.ts'

// What a screen reckons while somebody types is what the server will say.

test('a quote comes to the same yen on the screen and on the server', () => {
  for (let seed = 1; seed < 400; seed++) {
    const quote = {
      secondsPerUnit: 1 + (seed % 300),
      payKind: payKind.options[seed % payKind.options.length] ?? 'per_unit',
      unitPayYen: 1 + ((seed * 37) % 500),
      unitsPerTask: 1 + (seed % 30),
      agreedMinutes: 1 + (seed % 90),
      reviewPercent: ((seed * 13) % 6_000) / 100,
      overheadPercent: ((seed * 29) % 9_000) / 100,
      priceYen: (seed * 7_919) % 1_000_000,
    }
    const units = 1 + ((seed * 101) % 10_000)
    const { hourlyYen: _hourly, priceYen: _price, ...figures } = quoteFigures(quote, units, 1000)
    const shares = {
      reviewShareBp: basisPoints(quote.reviewPercent),
      overheadBp: basisPoints(quote.overheadPercent),
    }
    const { taxYen: _tax, ...reckoned } = quoteAmounts({ ...quote, units, taxRateBp: 1000, ...shares })
    expect(figures).toEqual(reckoned)
  }
})

test('teams get the tasks the screen told', () => {
  const wishes = [[100], [34, 33, 33], [40, 35, 25], [33.33, 33.33, 33.34], [1, 99], [12.5, 12.5, 75]]
  for (const percents of wishes) {
    for (const tasks of [1, 5, 7, 24, 60, 1_001]) {
      const shares = percents.map((percent, index) => ({ teamId: String(index), shareBp: shareBpOf(percent) }))
      const handedOut = allotRuns(shares, tasks).map(({ from, to }) => to - from)
      expect(tasksOfShares(tasks, percents)).toEqual(handedOut)
    }
  }
})
