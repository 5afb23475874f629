import { SKIP_LOCKED } from '@mayago/db/locks.ts'
import { queryRow } from '@mayago/db/sql.ts'
import { inTransaction, type Ctx } from '../../context.ts'
import { PROVIDER_ROLES } from '../../identity/apiKeys/keyState.ts'

const A_ROUND = 200

/**
 * Turns committed news into a delivery for every endpoint that is to hear of it, and notes in the same transaction that
 * this was done: no news is lost and none comes twice by two workers. HOOK-3. Answers how many news it took.
 */
export const fanOutNews = async (ctx: Ctx): Promise<number> => {
  let taken = 0
  for (let round = A_ROUND; round === A_ROUND; taken += round) round = await inTransaction(ctx, fanOutRound)
  return taken
}

const fanOutRound = async ({ em, now }: Ctx): Promise<number> => {
  const row = await queryRow<{ taken: number }>(em, FAN_OUT, [now])
  return row?.taken ?? 0
}

/**
 * A provider's endpoint hears of its own bookings and experiences; an account's hears of what its keys booked, and of every
 * experience. Whoever lost the account or the job hears nothing more. Payloads are those of the bus: ids, no person.
 */
const FAN_OUT = `
  with news as (
    select id, payload, created_at, split_part(subject, '.', 3) || '.' || split_part(subject, '.', 5) as type,
      'evt_' || replace(uuidv7()::text, '-', '') as event_id
    from outbox
    where fanned_out_at is null and (subject like 'mayago.v1.booking.%' or subject like 'mayago.v1.experience.%')
    order by id limit ${A_ROUND} ${SKIP_LOCKED}),
  taken as (update outbox set fanned_out_at = clock_timestamp() from news where outbox.id = news.id returning 1),
  about as (
    select news.*, coalesce((payload ->> 'providerId')::uuid, x.provider_id) as provider_id, k.user_id as booked_by
    from news
      left join experiences x on x.id = (payload ->> 'experienceId')::uuid and news.type = 'experience.changed'
      left join bookings b on b.id = (payload ->> 'bookingId')::uuid and b.local_date = (payload ->> 'localDate')::date
      left join api_keys k on k.id = b.api_key_id),
  sent as (
    insert into webhook_deliveries (id, endpoint_id, event_id, event_type, payload, created_at, next_attempt_at)
    select uuidv7(), e.id, about.event_id, about.type, jsonb_build_object('type', about.type,
        'timestamp', to_char(about.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'data', about.payload),
      $1, $1
    from about join webhook_endpoints e on about.type = any(e.events) and e.disabled_at is null
      join users u on u.id = e.user_id and u.suspended_at is null and u.erased_at is null
    where case
      when e.provider_id is not null then e.provider_id = about.provider_id and exists (
        select from provider_members m
        where m.provider_id = e.provider_id and m.user_id = e.user_id and m.role in ${PROVIDER_ROLES})
      when about.type = 'experience.changed' then true
      else e.user_id = about.booked_by end)
  select count(*)::int as taken from taken`
