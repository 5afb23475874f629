import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { queryRows } from '../sql.ts'

export interface ErasedPerson {
  userId: string
  email: string
  /** What their numbers were, so that the dev inbox forgets them too. */
  phones: readonly string[]
  now: Date
}

/** What stands in place of a name. */
const NOBODY = 'Erased'

/** `$1` the user, `$2` their address, `$3` their numbers, `$4` now, `$5` the address that takes its place, `$6` the name. */
const STATEMENTS: readonly string[] = [
  // The books stay: which seats, which day, which amounts. Who it was, who came along and who paid does not.
  `update payments y set payer_name = $6, payer_email = $5, client_secret = null
   from bookings b where b.id = y.booking_id and b.local_date = y.local_date and b.user_id = $1`,
  `update unit_items i set traveler_name = null
   from bookings b where b.id = i.booking_id and b.local_date = i.local_date and b.user_id = $1`,
  `update holds h set address = null where h.holder = 'u:' || $1::text
     or h.id in (select hold_id from bookings where user_id = $1::uuid)`,
  `update reviews r set author_name = $6
   from bookings b where b.id = r.booking_id and b.local_date = r.local_date and b.user_id = $1`,
  `update stripe_events e set payload = jsonb_build_object('id', e.id, 'type', e.type)
   where e.handled_at is not null and position('"' || lower($2) || '"' in lower(e.payload::text)) > 0`,
  `update bookings set contact_name = $6, contact_email = $5, contact_phone_sealed = null, guest_id = null where user_id = $1`,

  `update idempotency_keys k set outcome = 'refused', answer = '{"code":"not_found","data":{"what":"booking"}}'
   where k.answer is not null and (position('"' || lower($2) || '"' in lower(k.answer)) > 0
     or exists (select from bookings b where b.user_id = $1 and position(b.id::text in k.answer) > 0))`,

  `delete from saved_experiences where owner = 'u:' || $1::text`,
  `delete from social_identities where user_id = $1`,
  `delete from totp_factors where user_id = $1`,
  `delete from recovery_codes where user_id = $1`,
  `delete from passkeys where user_id = $1`,
  `delete from sms_codes where user_id = $1`,
  `delete from sms_factors where user_id = $1`,
  `delete from sms_deliveries where user_id = $1`,
  `delete from mail_links where user_id = $1 or email = $2`,
  `delete from webhook_endpoints where user_id = $1`,
  `update api_keys set name = $6, revoked_at = coalesce(revoked_at, $4) where user_id = $1`,
  `delete from provider_members where user_id = $1`,
  `delete from sessions where user_id = $1`,
  `delete from dev_mails where to_email = $2`,
  `delete from dev_sms where to_number = any($3::text[])`,

  `update users set email = $5, name = $6, phone_sealed = null, password_hash = null, password_changed_at = $4,
     email_verified_at = null, role = 'traveler', suspended_at = null, suspended_reason = null, erased_at = $4
   where id = $1`,
]

/**
 * Takes a person out of every table in the caller's transaction; `personalColumns.ts` says what becomes of what. Their
 * bookings stay for the books, as nobody's.
 */
export const erasePerson = async (
  em: SqlEntityManager,
  { userId, email, phones, now }: ErasedPerson,
): Promise<void> => {
  const values = [userId, email, phones, now, `${userId}@erased.invalid`, NOBODY]
  for (const statement of STATEMENTS) {
    const { text, params } = renumber(statement, values)
    await queryRows(em, text, params)
  }
}

/** PostgreSQL refuses parameters that a statement does not use: each gets its own, in order. */
const renumber = (statement: string, values: readonly unknown[]): { text: string; params: unknown[] } => {
  const used = [...new Set(statement.match(/\$\d/g))]
  const text = statement.replace(/\$\d/g, (place) => `$${used.indexOf(place) + 1}${TYPES[place] ?? ''}`)
  return { text, params: used.map((place) => values[Number(place.slice(1)) - 1]) }
}

const TYPES: Record<string, string> = { $2: '::text', $4: '::timestamptz', $5: '::text', $6: '::text' }
