import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { insertRows } from '../queries/insertRows.ts'
import { queryRows } from '../sql.ts'
import { BOOKING_TABLES, type BookingTables } from './bookingRows.ts'

/** Writes bookings with all that belongs to them and posts them, after making the partitions of their months. */
export const writeBookings = async (em: SqlEntityManager, tables: BookingTables): Promise<void> => {
  const months = [...new Set(tables.bookings.map((row) => `${String(row.local_date).slice(0, 7)}-01`))].sort()
  await queryRows(em, 'select ensure_bookings_partition(month) from unnest($1::date[]) as month', [months])
  for (const table of BOOKING_TABLES) await insertRows(em, table, tables[table])
  await queryRows(em, 'select ledger_catch_up($1::uuid[])', [tables.bookings.map((row) => row.id)])
}
