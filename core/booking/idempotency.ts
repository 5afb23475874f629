import { hash } from 'node:crypto'
import { refuse, revive, type Refusal, type RefusalCode, isRefusal } from '@mayago/kernel/errors.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import type { Actor } from '../identity/actor.ts'

/** One attempt as its client names it: SEAT-4. The route says which use-case on which record. */
export interface Claim {
  /** Stands for (actor, route, key): 128 bits of their digest, as a UUID. */
  id: string
  requestHash: Buffer
}

export interface StoredAnswer {
  request_hash: Buffer
  outcome: 'answered' | 'refused' | null
  answer: string | null
}

/** Whose key it is: a key means nothing to anybody else. */
export const actorKey = (actor: Actor, address: string | null): string => {
  switch (actor.kind) {
    case 'user':
      return `u:${actor.userId}`
    case 'apiKey':
      return `k:${actor.keyId}`
    case 'anonymous':
      return actor.guestId ? `g:${actor.guestId}` : `a:${address ?? ''}`
    case 'link':
      return `l:${actor.bookingId}`
    case 'system':
      return `s:${actor.job}`
  }
}

export const claimOf = (ctx: Ctx, route: string, input: unknown): Claim | null =>
  ctx.idempotencyKey === null
    ? null
    : makeClaim(actorKey(ctx.actor, ctx.address), route, ctx.idempotencyKey, digestOf(ctx, input))

/** Keyed: an input may hold a password, or a name and address that somebody who reads the table could guess. */
const digestOf = ({ services }: Ctx, input: unknown): Buffer =>
  services.signer.codeHash('request', JSON.stringify(input)).subarray(0, 16)

export const makeClaim = (actor: string, route: string, key: string, requestHash: Buffer): Claim => ({
  id: toUuid(hash('sha256', JSON.stringify([actor, route, key]))),
  requestHash,
})

const toUuid = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`

/** What was answered to this attempt before: gives it again, or throws it again. */
export const replay = <Answer>(claim: Claim, stored: StoredAnswer): Answer => {
  if (!claim.requestHash.equals(stored.request_hash)) throw refuse('key_reused', {})
  if (stored.outcome === null || stored.answer === null) throw refuse('key_in_flight', {})
  if (stored.outcome === 'refused') throw revive(stored.answer)
  return JSON.parse(stored.answer) as Answer
}

export const refusalText = (refusal: Refusal): string => JSON.stringify({ code: refusal.code, data: refusal.data })

/** After this long an attempt whose process died may be made again. */
const IN_FLIGHT_SECONDS = 60

/** Keeps the answer with what it tells of, in the work's own transaction: after a crash the retry still hears it. */
export type KeepAnswer<Answer> = (tx: Ctx, answer: Answer) => Promise<Answer>

/**
 * Does `work` once per claim and gives every retry the same answer, refusals included; without a claim it just does it.
 * `work` may be cut short by a crash after its own commit: it is repeatable by itself, or keeps its answer in that commit.
 */
export const idempotently = async <Answer>(
  ctx: Ctx,
  route: string,
  input: unknown,
  work: (keep: KeepAnswer<Answer>) => Promise<Answer>,
): Promise<Answer> => {
  const claim = claimOf(ctx, route, input)
  if (claim === null) return work((_, answer) => Promise.resolve(answer))
  const mine = await queryRow(
    ctx.em,
    `insert into idempotency_keys as k (id, request_hash, locked_until)
     values ($1, $2, clock_timestamp() + make_interval(secs => ${IN_FLIGHT_SECONDS}))
     on conflict (id) do update set locked_until = excluded.locked_until
       where k.outcome is null and k.locked_until < clock_timestamp() and k.request_hash = excluded.request_hash
     returning 1`,
    [claim.id, claim.requestHash],
  )
  if (!mine) {
    const stored = await queryRow<StoredAnswer>(
      ctx.em,
      'select request_hash, outcome, answer from idempotency_keys where id = $1',
      [claim.id],
    )
    if (!stored) throw refuse('key_in_flight', {})
    return replay<Answer>(claim, stored)
  }
  try {
    let kept = false
    const answer = await work(async (tx, given) => {
      await finish(tx, claim, 'answered', JSON.stringify(given))
      kept = true
      return given
    })
    if (!kept) await finish(ctx, claim, 'answered', JSON.stringify(answer))
    return answer
  } catch (error) {
    if (isRefusal(error) && !PASSING.has(error.code)) await finish(ctx, claim, 'refused', refusalText(error))
    else await forget(ctx, claim)
    throw error
  }
}

/**
 * The same for answers that hold a secret: they are kept sealed, bound to the attempt, so that who reads the database
 * reads no token there; and another session of the same account is another client.
 */
export const idempotentlySealed = async <Answer>(
  ctx: Ctx,
  route: string,
  input: unknown,
  work: (keep: KeepAnswer<Answer>) => Promise<Answer>,
): Promise<Answer> => {
  const { sealer } = ctx.services
  const clientRoute = ctx.actor.kind === 'user' ? `${route} ${ctx.actor.session.sessionId}` : route
  const claim = claimOf(ctx, clientRoute, input)
  if (claim === null) return work((_, answer) => Promise.resolve(answer))
  const place = `idempotency_keys.answer:${claim.id}`
  const seal = (answer: Answer) => ({ sealed: sealer.seal(place, JSON.stringify(answer)) })
  const { sealed } = await idempotently<{ sealed: string }>(ctx, clientRoute, input, async (keep) =>
    seal(await work(async (tx, answer) => (await keep(tx, seal(answer)), answer))),
  )
  return JSON.parse(sealer.open(place, sealed)) as Answer
}

/**
 * Refusals that are not an attempt's answer: those that say "try again later", and those that ask who it is. Once that
 * is shown, the same attempt goes on; and a wrong password or code is judged anew each time.
 */
const PASSING: ReadonlySet<RefusalCode> = new Set([
  'payments_unavailable',
  'temporarily_unavailable',
  'overloaded',
  'too_many_requests',
  'sign_in_required',
  'sign_in_again',
  'token_invalid',
  'wrong_credentials',
  'second_factor_required',
  'second_factor_wrong',
  'second_factor_missing',
  'account_suspended',
  'email_not_verified',
  'not_allowed',
  'scope_missing',
])

const finish = (ctx: Ctx, claim: Claim, outcome: 'answered' | 'refused', answer: string): Promise<unknown> =>
  queryRows(ctx.em, `update idempotency_keys set outcome = $2, answer = $3, locked_until = null where id = $1`, [
    claim.id,
    outcome,
    answer,
  ])

const forget = (ctx: Ctx, claim: Claim): Promise<unknown> =>
  queryRows(ctx.em, 'delete from idempotency_keys where id = $1 and outcome is null', [claim.id])

/** Forgets answers older than a day. */
export const pruneIdempotencyKeys = async (ctx: Ctx): Promise<void> => {
  assertCan(ctx, 'house.keep')
  await queryRows(ctx.em, "delete from idempotency_keys where created_at < clock_timestamp() - interval '24 hours'")
}
