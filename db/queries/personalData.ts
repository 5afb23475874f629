import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { queryRow } from '../sql.ts'

const listOf = (select: string, order: string): string =>
  `(select coalesce(jsonb_agg(to_jsonb(part) order by ${order}), '[]') from (${select}) as part)`

/** `$1` the user. Secrets and hashes are nobody's to have, not even theirs. */
const PERSONAL_DATA = `
  select jsonb_build_object(
    'account', (select to_jsonb(part) from (
      select id, email, email_verified_at as "emailVerifiedAt", name, locale, role, created_at as "createdAt",
        password_changed_at as "passwordChangedAt", phone_sealed as "phoneSealed"
      from users where id = $1) as part),
    'sessions', ${listOf(
      `select id, device, host(address) as address, channel, created_at as "createdAt", last_used_at as "lastUsedAt",
         ended_at as "endedAt", end_reason as "endReason"
       from sessions where user_id = $1`,
      '"createdAt"',
    )},
    'signInWith', ${listOf(
      `select issuer, email, linked_at as "linkedAt", last_used_at as "lastUsedAt"
       from social_identities where user_id = $1`,
      'issuer',
    )},
    'passkeys', ${listOf(
      `select name, created_at as "createdAt", last_used_at as "lastUsedAt" from passkeys where user_id = $1`,
      '"createdAt"',
    )},
    'authenticatorApp', ${listOf(
      `select confirmed_at as "confirmedAt" from totp_factors where user_id = $1`,
      '"confirmedAt"',
    )},
    'textMessages', ${listOf(
      `select phone_sealed as "phoneSealed", confirmed_at as "confirmedAt" from sms_factors where user_id = $1`,
      '"confirmedAt"',
    )},
    'bookings', ${listOf(
      `select b.id, r.reference, b.state, b.local_date as "localDate", x.title, b.contact_name as "contactName",
         b.contact_email as "contactEmail", b.contact_phone_sealed as "phoneSealed", b.total_minor as "totalMinor", b.currency,
         b.created_at as "createdAt", b.confirmed_at as "confirmedAt", b.cancelled_at as "cancelledAt",
         ${listOf(
           `select u.type as unit, i.traveler_name as "travelerName", i.price_minor as "priceMinor", i.state
            from unit_items i join units u on u.id = i.unit_id where i.booking_id = b.id`,
           'unit',
         )} as people,
         ${listOf(
           `select y.payer_name as "payerName", y.payer_email as "payerEmail", y.amount_minor as "amountMinor",
              y.refunded_minor as "refundedMinor", y.state, y.card_brand as "cardBrand", y.card_last4 as "cardLast4",
              y.created_at as "createdAt"
            from payments y where y.booking_id = b.id`,
           '"createdAt"',
         )} as payments
       from bookings b join booking_refs r on r.booking_id = b.id
         left join lateral (select title from experience_texts t where t.experience_id = b.experience_id
           order by t.locale = b.locale desc limit 1) x on true
       where b.user_id = $1`,
      '"createdAt"',
    )},
    'reviews', ${listOf(
      `select v.author_name as "authorName", v.rating, v.text, v.created_at as "createdAt"
       from reviews v join bookings b on b.id = v.booking_id and b.local_date = v.local_date where b.user_id = $1`,
      '"createdAt"',
    )},
    'saved', ${listOf(
      `select e.slug, s.saved_at as "savedAt" from saved_experiences s join experiences e on e.id = s.experience_id
       where s.owner = 'u:' || $1::text`,
      '"savedAt"',
    )},
    'worksFor', ${listOf(
      `select p.name as provider, m.role, m.created_at as "createdAt"
       from provider_members m join providers p on p.id = m.provider_id where m.user_id = $1`,
      'provider',
    )},
    'apiKeys', ${listOf(
      `select name, prefix, scopes, created_at as "createdAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt"
       from api_keys where user_id = $1`,
      '"createdAt"',
    )},
    'webhooks', ${listOf(
      `select url, events, created_at as "createdAt" from webhook_endpoints where user_id = $1`,
      '"createdAt"',
    )},
    'acts', ${listOf(`select at, action, subject from audit_acts where subject = 'user:' || $1::text`, 'at')}
  ) as data`

/** Everything we keep about a person, as they may have it (GDPR, articles 15 and 20). Phones are still sealed. */
export const findPersonalData = async (em: SqlEntityManager, userId: string): Promise<PersonalData | null> => {
  const row = await queryRow<{ data: PersonalData }>(em, PERSONAL_DATA, [userId])
  return row?.data.account ? row.data : null
}

export interface PersonalData {
  account: { email: string; phoneSealed: string | null; [name: string]: unknown } | null
  bookings: { id: string; phoneSealed: string | null; [name: string]: unknown }[]
  textMessages: { phoneSealed: string; [name: string]: unknown }[]
  sessions: Part
  signInWith: Part
  passkeys: Part
  authenticatorApp: Part
  reviews: Part
  saved: Part
  worksFor: Part
  apiKeys: Part
  webhooks: Part
  acts: Part
}
type Part = Record<string, unknown>[]
