import { demo } from '@mayago/db/seed/demo/index.ts'
import { seedCatalog } from '@mayago/db/seed/seedCatalog.ts'
import { seedLarge } from '@mayago/db/seed/large/seedLarge.ts'
import { readWorld, type ReadWorld } from './readWorld.ts'

export interface LargeReadWorld extends ReadWorld {
  /** Somebody with holds and bookings among many. */
  guestId: string
  departureIds: string[]
  experienceIds: string[]
  holdIds: string[]
  bookingIds: string[]
}

/** A world of so many experiences with fourteen days of departures, and a hold and a booking on every second one. */
export const largeReadWorld = async (experiences: number): Promise<LargeReadWorld> => {
  const w = await readWorld(new Date('2026-06-01T12:00:00Z'))
  const policySteps = { flexible: [], moderate: [], strict: [] }
  const noPictures = () => Promise.resolve('')
  await seedCatalog(w.em, { ...demo, experiences: [] }, { now: w.now, policySteps, makePlaceholder: noPictures })
  await seedLarge(w.url, { experiences, now: w.now, progress: { start: () => undefined, tell: () => undefined } })
  await w.pool.query(bookEverySecond)
  await w.pool.query('vacuum (analyze)')
  const ids = async (text: string): Promise<string[]> =>
    (await w.pool.query<{ id: string }>(text)).rows.map(({ id }) => id)
  return {
    ...w,
    guestId: (await ids('select guest_id as id from bookings order by id limit 1'))[0] ?? '',
    departureIds: await ids('select id from departures order by md5(id::text) limit 50'),
    experienceIds: await ids('select id from experiences order by md5(id::text) limit 50'),
    holdIds: await ids('select id from holds order by id limit 3'),
    bookingIds: await ids('select id from bookings order by id limit 3'),
  }
}

/** One hold in ten is live. */
const bookEverySecond = `
  begin;
  set local session_replication_role = replica;
  create temporary table every_second on commit drop as
    select d.*, row_number() over (order by d.id) as n, gen_random_uuid() as hold_id, gen_random_uuid() as booking_id,
      gen_random_uuid() as guest_id
    from departures d where (hashtext(d.id::text) & 1) = 0 and capacity - seats_taken >= 2;
  update departures d set seats_taken = d.seats_taken + 2 from every_second s where d.id = s.id;
  insert into holds (id, departure_id, state, seats, party, total_minor, currency, holder, address, created_at, expires_at)
    select hold_id, id, case when n % 10 = 0 then 'live' else 'confirmed' end, 2, '[]', price_from_minor * 2, currency,
      'g:' || guest_id, ('10.' || n % 250 || '.' || n / 250 % 250 || '.' || n / 62500 % 250)::inet, seat_now(),
      seat_now() + make_interval(secs => (n % 900)::int)
    from every_second;
  insert into bookings (id, local_date, state, departure_id, experience_id, option_id, provider_id, hold_id, guest_id, locale,
      contact_name, contact_email, total_minor, currency, commission_percent, policy, confirmed_at)
    select booking_id, local_date, 'confirmed', s.id, s.experience_id, s.option_id, e.provider_id, hold_id, guest_id, 'en',
      'Somebody', 'somebody@travellers.example', s.price_from_minor * 2, s.currency, 15, '{"kind":"flexible","steps":[]}', seat_now()
    from every_second s join experiences e on e.id = s.experience_id;
  insert into booking_refs (booking_id, local_date, reference, hold_id)
    select booking_id, local_date, translate(lpad(n::text, 8, '0'), '0123456789', 'BCDFGHJKMN'), hold_id from every_second;
  insert into unit_items (id, hold_id, booking_id, local_date, unit_id, position, seats, price_minor, state)
    select gen_random_uuid(), hold_id, booking_id, local_date, u.id, p, 1, price_from_minor, 'booked'
    from every_second s join units u on u.option_id = s.option_id and u.type = 'ADULT', generate_series(0, 1) as p;
  insert into payments (id, hold_id, booking_id, local_date, payer_name, payer_email, amount_minor, currency, state, intent_id,
      created_at, captured_at)
    select hold_id, hold_id, booking_id, local_date, 'Somebody', 'somebody@travellers.example', price_from_minor * 2, currency,
      'captured', 'pi_' || n, seat_now(), seat_now()
    from every_second;
  insert into payment_allocations (payment_id, unit_item_id, amount_minor)
    select hold_id, id, price_minor from unit_items;
  insert into tickets (id, unit_item_id, booking_id, local_date, code, token)
    select id, id, booking_id, local_date, id::text, 'token' from unit_items;
  insert into refunds (id, payment_id, booking_id, local_date, amount_minor, currency, reason, state, stripe_refund_id,
      created_at, settled_at)
    select booking_id, hold_id, booking_id, local_date, price_from_minor, currency, 'cancelled_by_traveler', 'succeeded',
      're_' || n, seat_now(), seat_now()
    from every_second;
  select ledger_catch_up(array(select booking_id from every_second));
  insert into reviews (id, experience_id, booking_id, local_date, author_name, rating, locale, text, party)
    select booking_id, experience_id, booking_id, local_date, 'Somebody', 5, 'en', 'A good day out.', 2 from every_second where n % 3 = 0;
  insert into stripe_events (id, type, payload, handled_at)
    select 'evt_' || n, 'payment_intent.succeeded', '{}', clock_timestamp() from every_second;
  insert into outbox (subject, payload, published_at) select 'departure.' || id, '{}', clock_timestamp() from every_second;
  insert into idempotency_keys (id, request_hash, outcome, answer, created_at)
    select hold_id, '\\x00', 'answered', '{}', clock_timestamp() - make_interval(hours => (n / 1000)::int) from every_second;
  commit`
