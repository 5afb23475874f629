import { TRY_AUDIT_APPENDER } from '@mayago/db/locks.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { inTransaction, type Ctx } from '../context.ts'
import { CHAIN_START, CHAINED_COLUMNS, chainHash, type ChainedAct } from './chain.ts'

const A_ROUND = 500

/**
 * Chains the acts that were written since the last round, in the order (tx, id). It takes only acts of transactions
 * below the oldest one still open here: none can commit later and belong before them. One appender at a time, wherever it
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
 *
 * Transactions are numbered per server: a long one in another database writes nothing here and is not waited for.
 * Whose an open transaction is, is looked up after the snapshot that names it was taken: its backend has had its
 * database since before it had the number, so that one of ours is never taken for another's. Where that may not be
 * seen (it takes `pg_read_all_stats` for other roles' backends), it is waited for.
 */
const NEXT_ACTS = `
  with taken as (select pg_current_snapshot() as snapshot),
  server as (
    select pg_snapshot_xmax(snapshot) as next, coalesce(
      (select min(open) from pg_snapshot_xip(snapshot) open where not exists (
        select from pg_stat_activity b where b.backend_xid = open::xid and b.datname <> current_database())),
      pg_snapshot_xmax(snapshot)) as oldest
    from taken)
  select ${CHAINED_COLUMNS} from audit_acts a, server
  where (a.tx < server.oldest or a.tx >= server.next)
    and ((a.tx, a.id) > ($1::xid8, $2::uuid) or $1::xid8 >= server.next)
    and not exists (select from audit_chain c where c.act_id = a.id)
  order by a.tx, a.id limit ${A_ROUND}`
