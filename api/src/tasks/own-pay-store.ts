import type { Tx } from '../db/database.ts'
import { payForSecondsSql } from '../kernel/yen.ts'
import { hourPrice } from './hour-price.ts'

/**
 * Keeps what authors' own minutes come to, where an order pays by the hour: for one assignment that is handed in, or for
 * everything of an order that is not paid yet. At least a minute, and never less than before.
 */
export function noteOwnPay(tx: Tx, of: { assignmentId: string } | { orderId: string }): Promise<number> {
  const [column, id] = 'assignmentId' in of ? ['id', of.assignmentId] : ['order_id', of.orderId]
  return tx.rows.$executeRawUnsafe(
    `UPDATE assignment a SET own_yen = greatest(a.own_yen, ${payForSecondsSql('greatest(1, s.active_seconds)', 'price.yen')})
     FROM submission s, LATERAL (SELECT ${hourPrice('(SELECT o.order_id FROM assignment o WHERE o.id = s.assignment_id)')} AS yen) price
     WHERE a.${column} = $1::uuid AND s.id = (SELECT id FROM submission n WHERE n.assignment_id = a.id ORDER BY n.revision DESC LIMIT 1)
       AND price.yen IS NOT NULL AND a.person_id = s.author_id
       AND a.state NOT IN ('accepted', 'cancelled') AND NOT EXISTS (SELECT FROM ledger_posting p WHERE p.assignment_id = a.id AND p.person_id = a.person_id)`,
    id,
  )
}
