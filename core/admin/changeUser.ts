import { refuse } from '@mayago/kernel/errors.ts'
import type { UserId } from '@mayago/kernel/ids.ts'
import { LOCK_ADMINS, LOCK_USER } from '@mayago/db/locks.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { recordAct } from '../audit/index.ts'
import { idempotently } from '../booking/index.ts'
import { inTransaction, type Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import { assertCan } from '../identity/access.ts'
import type { PlatformRole } from '../identity/actor.ts'
import { endSessions, markEnded, markKeysOf, type EndReason } from '../identity/index.ts'
import type { ChangeRoleInput, SuspendUserInput, UserIdInput } from './admin.schema.ts'

/**
 * Shuts an account: nobody signs in to it, its sessions end and their live sockets close with this commit, and its API
 * keys are refused. Whoever works for the house loses that role first. Throws `not_found`, `not_allowed`.
 */
export const suspendUser = async (ctx: Ctx, input: SuspendUserInput): Promise<Nothing> => {
  const { userId, reason } = input
  assertCan(ctx, 'user.suspend', [], { what: 'user', id: userId })
  const done = await changing(ctx, 'user.suspend', input, async (tx) => {
    const { role, suspended } = await lockUser(tx, userId)
    if (role !== 'traveler') throw refuse('not_allowed', { action: 'user.suspend' })
    if (suspended) return []
    await queryRows(tx.em, 'update users set suspended_at = $2, suspended_reason = $3 where id = $1', [
      userId,
      tx.now,
      reason,
    ])
    await recordAct(tx, 'user.suspended', `user:${userId}`)
    record(tx, 'login.revoked', userId, { login: `user:${userId}` })
    return endSessions(tx, { userId: userId as UserId }, 'suspended')
  })
  await markKeysOf(ctx, userId, 'shut')
  return done
}

/** Opens a suspended account again; it signs in anew. Throws `not_found`. */
export const unsuspendUser = async (ctx: Ctx, input: UserIdInput): Promise<Nothing> => {
  const { userId } = input
  assertCan(ctx, 'user.suspend', [], { what: 'user', id: userId })
  const done = await changing(ctx, 'user.unsuspend', input, async (tx) => {
    const { suspended } = await lockUser(tx, userId)
    if (!suspended) return []
    await queryRows(tx.em, 'update users set suspended_at = null, suspended_reason = null where id = $1', [userId])
    await recordAct(tx, 'user.unsuspended', `user:${userId}`)
    return []
  })
  await markKeysOf(ctx, userId, 'open')
  return done
}

/**
 * Gives an account another role in the house. Its sessions end, and those it opened as somebody else: nobody keeps
 * what they may no longer do. Throws `not_found`, `not_allowed` for a suspended account, `last_admin`.
 */
export const changeRole = async (ctx: Ctx, input: ChangeRoleInput): Promise<Nothing> => {
  const { userId, role } = input
  assertCan(ctx, 'user.changeRole', [], { what: 'user', id: userId })
  return changing(ctx, 'user.changeRole', input, async (tx) => {
    // Two admins who retire each other at once are counted one after the other.
    await queryRow(tx.em, LOCK_ADMINS)
    const { role: before, suspended } = await lockUser(tx, userId)
    if (before === role) return []
    if (suspended) throw refuse('not_allowed', { action: 'user.changeRole' })
    if (before === 'admin' && (await countAdmins(tx)) <= 1) throw refuse('last_admin', {})
    await queryRows(tx.em, 'update users set role = $2 where id = $1', [userId, role])
    await recordAct(tx, 'user.roleChanged', `user:${userId}`, { from: before, to: role })
    return [
      ...(await endSessions(tx, { userId: userId as UserId }, 'role_changed')),
      ...(await endActing(tx, userId, 'role_changed')),
    ]
  })
}

type Nothing = Record<string, never>

/** Changes an account in one transaction, once per attempt (SEAT-4), and marks the sessions that ended with it. */
const changing = (
  ctx: Ctx,
  route: string,
  input: UserIdInput,
  work: (tx: Ctx) => Promise<Parameters<typeof markEnded>[1]>,
): Promise<Nothing> =>
  idempotently<Nothing>(ctx, `${route}:${input.userId}`, input, async (keep) => {
    const ended = await inTransaction(ctx, async (tx) => {
      const sessions = await work(tx)
      await keep(tx, {})
      return sessions
    })
    await markEnded(ctx, ended)
    return {}
  })

const countAdmins = async (tx: Ctx): Promise<number> => {
  const row = await queryRow<{ admins: number }>(
    tx.em,
    `select count(*)::int as admins from users where role = 'admin' and suspended_at is null`,
  )
  return row?.admins ?? 0
}

/** The sessions that this admin has open as others. */
const endActing = async (tx: Ctx, adminId: string, reason: EndReason) => {
  const acting = await queryRows<{ id: string; user_id: UserId }>(
    tx.em,
    'select id, user_id from sessions where acted_by = $1 and ended_at is null',
    [adminId],
  )
  const ended = []
  for (const { id, user_id: userId } of acting)
    ended.push(...(await endSessions(tx, { userId, only: id as Parameters<typeof markEnded>[1][number] }, reason)))
  return ended
}

/** Locks an account that exists and was not erased. Throws `not_found`. */
export const lockUser = async (tx: Ctx, userId: string): Promise<{ role: PlatformRole; suspended: boolean }> => {
  await queryRow(tx.em, LOCK_USER, [userId])
  const row = await queryRow<{ role: PlatformRole; suspended: boolean }>(
    tx.em,
    'select role, suspended_at is not null as suspended from users where id = $1 and erased_at is null',
    [userId],
  )
  if (!row) throw refuse('not_found', { what: 'user' })
  return row
}
