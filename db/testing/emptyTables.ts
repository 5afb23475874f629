import type { Pool } from 'pg'

/**
 * Empties tables, named with commas between them, and all that refers to them: the append-only ones too, which refuse
 * that from whoever does not switch their triggers off.
 */
export const emptyTables = async (pool: Pool, tables: string): Promise<void> => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    await client.query(`truncate ${tables} cascade`)
    await client.query('commit')
  } finally {
    client.release()
  }
}
