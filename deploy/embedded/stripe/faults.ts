import { createHash } from 'node:crypto'
import type pg from 'pg'

/** What goes wrong with webhooks in life, made to go wrong here: the switch is off unless somebody set it. */
export interface WebhookFaults {
  duplicatePercent: number
  dropPercent: number
  /** Each copy leaves up to this much later, and so out of order. */
  delayMsMax: number
  /** The same seed plans the same faults for the same row of events. */
  seed: number
}

export const NO_FAULTS: WebhookFaults = { duplicatePercent: 0, dropPercent: 0, delayMsMax: 0, seed: 0 }

/** Holds for every event from now on, restarts included. */
export const setFaults = async (pool: pg.Pool, faults: WebhookFaults): Promise<void> => {
  const { duplicatePercent, dropPercent, delayMsMax, seed } = faults
  if (duplicatePercent === 0 && dropPercent === 0 && delayMsMax === 0) {
    await pool.query('DELETE FROM stripe_sandbox.faults')
    return
  }
  await pool.query(
    `INSERT INTO stripe_sandbox.faults (duplicate_percent, drop_percent, delay_ms_max, seed) VALUES ($1, $2, $3, $4)
     ON CONFLICT (one) DO UPDATE
       SET duplicate_percent = $1, drop_percent = $2, delay_ms_max = $3, seed = $4, planned = 0`,
    [duplicatePercent, dropPercent, delayMsMax, seed],
  )
}

interface Row {
  duplicate_percent: number
  drop_percent: number
  delay_ms_max: string
  seed: number
  planned: string
}

export const readFaults = async (pool: pg.Pool): Promise<WebhookFaults> => {
  const { rows } = await pool.query<Row>('SELECT * FROM stripe_sandbox.faults')
  const [row] = rows
  return row === undefined
    ? NO_FAULTS
    : {
        duplicatePercent: row.duplicate_percent,
        dropPercent: row.drop_percent,
        delayMsMax: Number(row.delay_ms_max),
        seed: row.seed,
      }
}

/** When each copy of an event is first sent, in milliseconds from now: two are a duplicate, none is a loss. */
export const planDeliveries = async (db: pg.PoolClient): Promise<number[]> => {
  const { rows } = await db.query<Row>('UPDATE stripe_sandbox.faults SET planned = planned + 1 RETURNING *')
  const [row] = rows
  if (row === undefined) return [0]
  const chance = (what: string): number => chanceOf(`${row.seed} ${row.planned} ${what}`)
  const delay = (copy: string): number => Math.floor(chance(copy) * Number(row.delay_ms_max))
  if (chance('drop') * 100 < row.drop_percent) return []
  return chance('duplicate') * 100 < row.duplicate_percent ? [delay('first'), delay('second')] : [delay('first')]
}

/** From 0 up to 1, the same for the same text. */
const chanceOf = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32
