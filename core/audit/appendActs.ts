import { TRY_AUDIT_APPENDER } from '@mayago/db/locks.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { inTransaction, type Ctx } from '../context.ts'
import { CHAIN_START, CHAINED_COLUMNS, chainHash, type ChainedAct } from './chain.ts'

const A_ROUND = 500

/**
 * Chains the acts that were written since the last round, in the order (tx, id). It takes only acts of transactions
 * below the oldest one still open: none can commit later and belong before them. One appender at a time, wherever it
 * runs; answers how many it chained. AUDIT-2.
 */
export const appendActs = async (ctx: Ctx): Promise<number> => {
  let appended = 0
  for (let round = A_ROUND; round === A_ROUND; appended += round) round = await inTransaction(ctx, appendRound)
  return appended
}

const appendRound = async (ctx: Ctx): Promise<number> => {
  const appender = await queryRow<{ mine: boolean }>(ctx.em, TRY_AUDIT_APPENDER)
  if (!appender?.mine) return 0
  const last = await queryRow<{ seq: string; hash: Buffer; tx: string; act_id: string }>(
    ctx.em,
    `select c.seq, c.hash, a.tx::text as tx, c.act_id from audit_chain c join audit_acts a on a.id = c.act_id
     order by c.seq desc limit 1`,
  )
  const acts = await queryRows<ChainedAct>(ctx.em, NEXT_ACTS, [last?.tx ?? '0', last?.act_id ?? NIL])
  let seq = Number(last?.seq ?? 0)
  let hash: Buffer = last?.hash ?? CHAIN_START
  const rows = acts.map((act) => {
    seq += 1
    hash = chainHash(hash, seq, act)
    return { seq, id: act.id, hash: hash.toString('hex') }
  })
  await queryRows(
    ctx.em,
    `insert into audit_chain (seq, act_id, hash)
     select seq, id, decode(hash, 'hex') from jsonb_to_recordset($1) as x(seq bigint, id uuid, hash text)`,
    [JSON.stringify(rows)],
  )
  return rows.length
}

const NIL = '00000000-0000-0000-0000-000000000000'

/**
 * Acts after the last chained one, `$1` its transaction and `$2` its id. In a database that was restored into another
 * server, transactions may count from below again: acts and a last one "of the future" are of the server before.
 */
const NEXT_ACTS = `
  with server as (select pg_snapshot_xmin(pg_current_snapshot()) as oldest, pg_snapshot_xmax(pg_current_snapshot()) as next)
  select ${CHAINED_COLUMNS} from audit_acts a, server
  where (a.tx < server.oldest or a.tx >= server.next)
    and ((a.tx, a.id) > ($1::xid8, $2::uuid) or $1::xid8 >= server.next)
    and not exists (select from audit_chain c where c.act_id = a.id)
  order by a.tx, a.id limit ${A_ROUND}`
