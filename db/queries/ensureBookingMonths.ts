import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { queryRow, queryRows } from '../sql.ts'

const ATTEMPTS_MAX = 40
/** Under PostgreSQL's deadlock_timeout of a second: whoever sells meanwhile is never the one to be ended. */
const LOCK_MS_MAX = 300

/**
 * Makes the partitions of the months of these days ("YYYY-MM-DD"). A partition locks bookings and all they refer to, so
 * it is made before its departures are on sale, in a transaction of its own that gives way when it would have to wait. A
 * month whose bookings already are in the default partition stays there.
 */
export const ensureBookingMonths = async (em: SqlEntityManager, days: readonly string[]): Promise<void> => {
  for (const month of [...new Set(days.map((day) => `${day.slice(0, 7)}-01`))].sort())
    for (let attempt = 1; !(await makePartition(em, month, attempt === ATTEMPTS_MAX)); attempt += 1);
}

/** Answers whether there is nothing left to do; at the last attempt what stood in the way is thrown. */
const makePartition = async (em: SqlEntityManager, month: string, last: boolean): Promise<boolean> => {
  const known = await queryRow<{ known: boolean }>(
    em,
    `select to_regclass('bookings_' || to_char($1::date, 'YYYY_MM')) is not null as known`,
    [month],
  )
  if (known?.known === true) return true
  try {
    await em.fork().transactional(async (inOne) => {
      await queryRows(inOne as SqlEntityManager, `set local lock_timeout = ${LOCK_MS_MAX}`)
      await queryRows(inOne as SqlEntityManager, 'select ensure_bookings_partition($1::date)', [month])
    })
    return true
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === ROWS_IN_DEFAULT) return true
    if (code !== LOCK_NOT_AVAILABLE || last) throw error
    return false
  }
}

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const LOCK_NOT_AVAILABLE = '55P03'
const ROWS_IN_DEFAULT = '23514'
