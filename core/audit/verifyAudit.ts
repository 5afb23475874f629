import { queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import type { FilesPort } from '../ports/files.ts'
import { CHAIN_START, CHAINED_COLUMNS, chainHash, type ChainedAct } from './chain.ts'
import type { HeadSigner } from './headSigner.ts'
import { HEADS, type AuditHead } from './signHead.ts'

/** What is wrong with the log, and where. */
export type AuditFault =
  /** The act, its place or the hash was changed, or acts changed places. */
  | { fault: 'changed'; seq: number }
  /** A place in the chain that nothing is at. */
  | { fault: 'missing'; seq: number }
  /** A place in the chain whose act is gone. */
  | { fault: 'act_missing'; seq: number }
  /** An act that was slipped in: the chain has gone past it. */
  | { fault: 'slipped_in'; actId: string }
  /** A signed head knows of acts that the chain has not. */
  | { fault: 'cut_off'; seq: number; until: number }
  /** The chain was written anew: a signed head knows another hash. */
  | { fault: 'rewritten'; seq: number }
  /** A kept head that we did not sign. */
  | { fault: 'head_forged'; key: string }

export interface AuditReport {
  faults: AuditFault[]
  chained: number
  /** Written and not chained yet: the appender's next round takes them. */
  waiting: number
  /** The place up to which a signed head vouches for the log; 0 when there is none. */
  signedUntil: number
}

interface AuditParts {
  em: Ctx['em']
  files: FilesPort
  headSigner: HeadSigner
}

const AT_A_TIME = 2_000

/** Reads the whole log and its signed heads and tells everything that does not follow. AUDIT-5. */
export const verifyAudit = async ({ em, files, headSigner }: AuditParts): Promise<AuditReport> => {
  const heads = await readHeads(files, headSigner)
  const faults: AuditFault[] = heads.forged.map((key) => ({ fault: 'head_forged', key }))
  const chained = await verifyChain(em, heads.bySeq, faults)
  const signedUntil = Math.max(0, ...heads.bySeq.keys())
  if (signedUntil > chained) faults.push({ fault: 'cut_off', seq: chained, until: signedUntil })
  const loose = await queryRows<{ id: string; passed: boolean }>(em, LOOSE_ACTS)
  for (const { id, passed } of loose) if (passed) faults.push({ fault: 'slipped_in', actId: id })
  return { faults, chained, waiting: loose.filter(({ passed }) => !passed).length, signedUntil }
}

/** Acts outside the chain, and whether the chain has gone past their place in the order. */
const LOOSE_ACTS = `
  select a.id, coalesce((a.tx, a.id) < (last.tx, last.id) and last.tx < pg_snapshot_xmax(pg_current_snapshot()), false) as passed
  from audit_acts a left join (
      select l.tx, l.id from audit_chain c join audit_acts l on l.id = c.act_id order by c.seq desc limit 1) last on true
  where not exists (select from audit_chain c where c.act_id = a.id) order by a.tx, a.id`

type Link = ChainedAct & { seq: string; hash: Buffer; is_there: boolean }

/** Follows the chain from its start; each fault is told once, and what follows is judged from the hash as it stands. */
const verifyChain = async (
  em: Ctx['em'],
  heads: ReadonlyMap<number, AuditHead>,
  faults: AuditFault[],
): Promise<number> => {
  let [seq, previous]: [number, Buffer] = [0, CHAIN_START]
  for (;;) {
    const links = await queryRows<Link>(
      em,
      `select c.seq, c.hash, a.id is not null as is_there, ${CHAINED_COLUMNS}
       from audit_chain c left join audit_acts a on a.id = c.act_id
       where c.seq > $1 order by c.seq limit ${AT_A_TIME}`,
      [seq],
    )
    for (const { seq: at, hash, is_there: isThere, ...act } of links) {
      const here = Number(at)
      for (let gap = seq + 1; gap < here; gap++) faults.push({ fault: 'missing', seq: gap })
      if (!isThere) faults.push({ fault: 'act_missing', seq: here })
      // After a gap the hash before is unknown: the gap is the fault.
      else if (here === seq + 1 && !chainHash(previous, here, act).equals(hash))
        faults.push({ fault: 'changed', seq: here })
      const head = heads.get(here)
      if (head && head.hash !== hash.toString('hex')) faults.push({ fault: 'rewritten', seq: here })
      ;[seq, previous] = [here, hash]
    }
    if (links.length < AT_A_TIME) return seq
  }
}

const readHeads = async (
  files: FilesPort,
  signer: HeadSigner,
): Promise<{ bySeq: Map<number, AuditHead>; forged: string[] }> => {
  const [bySeq, forged] = [new Map<number, AuditHead>(), [] as string[]]
  for (const key of await files.list(HEADS)) {
    const head = readHead(signer, await files.get(key))
    if (head) bySeq.set(head.seq, head)
    else forged.push(key)
  }
  return { bySeq, forged }
}

const readHead = (signer: HeadSigner, content: Uint8Array | null): AuditHead | null => {
  try {
    const { head, signature } = JSON.parse(Buffer.from(content ?? []).toString('utf8')) as Record<string, string>
    return head && signature && signer.isSigned(head, signature) ? (JSON.parse(head) as AuditHead) : null
  } catch {
    return null // not one of our files, whatever it is
  }
}
