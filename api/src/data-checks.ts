import { checks as additions } from './additions/additions-checks.ts'
import { checks as answers } from './answers/answers-checks.ts'
import { checks as bankAccounts } from './bank-accounts/bank-accounts-checks.ts'
import { checks as deliveries } from './deliveries/deliveries-checks.ts'
import { checks as deposits } from './deposits/deposits-checks.ts'
import { checks as files } from './files/files-checks.ts'
import { checks as handEntries } from './hand-entries/hand-entries-checks.ts'
import { checks as invoices } from './invoices/invoices-checks.ts'
import type { DataCheck } from './kernel/data-check.ts'
import { checks as ledger } from './ledger/ledger-checks.ts'
import { checks as notices } from './notices/notices-checks.ts'
import { checks as openTerms } from './open-terms/open-terms-checks.ts'
import { checks as orders } from './orders/orders-checks.ts'
import { checks as pay } from './pay/pay-checks.ts'
import { checks as people } from './people/people-checks.ts'
import { checks as rates } from './rates/rates-checks.ts'
import { checks as reviews } from './reviews/reviews-checks.ts'
import { checks as splitting } from './splitting/splitting-checks.ts'
import { checks as tasks } from './tasks/tasks-checks.ts'
import { checks as taxProfiles } from './tax-profiles/tax-profiles-checks.ts'
import { checks as transfers } from './transfers/transfers-checks.ts'
import { checks as uploads } from './uploads/uploads-checks.ts'
import { checks as withholding } from './withholding/withholding-checks.ts'

/** Every sentence that must hold of the data, slice by slice; `npm run check:data` and the nightly check go through them. */
export const dataChecks: readonly DataCheck[] = [
  ...additions,
  ...answers,
  ...bankAccounts,
  ...deliveries,
  ...deposits,
  ...files,
  ...handEntries,
  ...invoices,
  ...ledger,
  ...notices,
  ...openTerms,
  ...orders,
  ...pay,
  ...people,
  ...rates,
  ...reviews,
  ...splitting,
  ...tasks,
  ...taxProfiles,
  ...transfers,
  ...uploads,
  ...withholding,
]
