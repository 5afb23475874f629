import { refuse } from '@mayago/kernel/errors.ts'
import type { UserId } from '@mayago/kernel/ids.ts'
import { LOCK_USER } from '@mayago/db/locks.ts'
import { erasePerson } from '@mayago/db/queries/erasePerson.ts'
import { queryRow, queryRows, toDate } from '@mayago/db/sql.ts'
import { recordAct } from '../../audit/index.ts'
import { inTransaction, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { markKeysOf } from '../apiKeys/keyState.ts'
import { placeOf } from '../sealedFields.ts'
import { endSessions } from '../sessions/endSessions.ts'
import { markEnded } from '../sessions/sessionState.ts'
import type { EraseAccountInput } from './account.schema.ts'
import { provenAgain } from './confirmIdentity.ts'
import { ownAccount } from './ownAccount.ts'
import { sealForJob } from './sealedJob.ts'

/**
 * Erases a person for good: their sessions and API keys end at once, what tells of them goes, the books stay as nobody's. Throws
 * `account_in_use` while somebody still counts on them: a trip ahead, or a provider that would be left without an
 * owner. ACCOUNT-5.
 */
export const eraseAccount = async (ctx: Ctx, { password }: EraseAccountInput): Promise<Record<string, never>> => {
  const actor = ownAccount(ctx, 'account.change')
  const { userId } = ownAccount(await provenAgain(ctx, actor, password), 'account.erase')
  const ended = await inTransaction(ctx, async (tx) => {
    await queryRow(tx.em, LOCK_USER, [userId])
    await assertNotInUse(tx, userId)
    const person = await getPerson(tx, userId)
    const ids = await endSessions(tx, { userId }, 'erased')
    for (const experienceId of await findReviewed(tx, userId))
      record(tx, 'experience.changed', experienceId, { experienceId })
    await erasePerson(tx.em, { userId, email: person.email, phones: person.phones, now: tx.now })
    await recordAct(tx, 'account.erased', `user:${userId}`)
    record(tx, 'login.revoked', userId, { login: `user:${userId}` })
    await tx.services.jobs.enqueue(tx.em, 'account.sendErased', {
      sealed: sealForJob(tx, 'account.sendErased', { email: person.email, name: person.name, locale: person.locale }),
    })
    return ids
  })
  await markEnded(ctx, ended)
  await markKeysOf(ctx, userId, 'shut')
  return {}
}

/** Whoever goes on a trip is to be reached and let in; whoever alone owns a provider has guests who booked with it. */
const assertNotInUse = async (tx: Ctx, userId: UserId): Promise<void> => {
  const use = await queryRow<{ bookings: number; until: string | null; providers: number }>(
    tx.em,
    `select count(*)::int as bookings, max(d.ends_at) as until,
       (select count(*)::int from provider_members m where m.user_id = $1 and m.role = 'owner' and not exists
          (select 1 from provider_members o
           where o.provider_id = m.provider_id and o.role = 'owner' and o.user_id <> $1)) as providers
     from bookings b join departures d on d.id = b.departure_id
     where b.user_id = $1 and b.state in ('pending', 'confirmed') and d.ends_at > $2`,
    [userId, tx.now],
  )
  if (use !== null && use.bookings > 0)
    throw refuse('account_in_use', { reason: 'bookings', until: use.until && toDate(use.until).toISOString() })
  if (use !== null && use.providers > 0) throw refuse('account_in_use', { reason: 'provider', until: null })
}

/** The experiences whose pages show this person's name, some of them kept for a while. */
const findReviewed = async (tx: Ctx, userId: UserId): Promise<string[]> => {
  const rows = await queryRows<{ id: string }>(
    tx.em,
    `select distinct r.experience_id as id
     from reviews r join bookings b on b.id = r.booking_id and b.local_date = r.local_date where b.user_id = $1`,
    [userId],
  )
  return rows.map(({ id }) => id)
}

const getPerson = async (tx: Ctx, userId: UserId) => {
  const row = await queryRow<{
    email: string
    name: string
    locale: string
    phone_sealed: string | null
    factor_sealed: string | null
  }>(
    tx.em,
    `select u.email, u.name, u.locale, u.phone_sealed, f.phone_sealed as factor_sealed
     from users u left join sms_factors f on f.user_id = u.id where u.id = $1 and u.erased_at is null`,
    [userId],
  )
  if (row === null) throw refuse('not_found', { what: 'account' })
  const { email, name, locale, phone_sealed: phone, factor_sealed: factor } = row
  const { sealer } = tx.services
  const phones = [
    ...(phone === null ? [] : [sealer.open(placeOf('users', 'phone_sealed', userId), phone)]),
    ...(factor === null ? [] : [sealer.open(placeOf('sms_factors', 'phone_sealed', userId), factor)]),
  ]
  return { email, name, locale, phones }
}
