import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type pg from 'pg'
import { Migration007RowRules, rowRules } from './migrations/Migration007RowRules.ts'
import { migrate } from './migrate.ts'
import { freshDatabase, type FreshDatabase } from './testing/freshDatabase.ts'
import { makeDepartures } from './testing/makeDepartures.ts'
import { makeSchedule } from './testing/makeSchedule.ts'

const RowRules = suite<FreshDatabase>('what a row must keep')
RowRules.before.each(async (w) => {
  Object.assign(w, await freshDatabase())
})
RowRules.after.each((w) => w.drop())

/** What would break each rule when set on a good row, and what looks alike and is fine. */
const BROKEN: Record<string, { table: string; broken: string[]; fine: string[] }> = {
  experiences_policy_has_steps: {
    table: 'experiences',
    broken: [`policy = '{}'`, `policy = '{"kind": "strict"}'`],
    fine: [`policy = '{"kind": "custom", "steps": []}'`],
  },
  departures_currency_is_a_code: currencies('departures'),
  departures_time_zone_is_known: {
    table: 'departures',
    broken: [`time_zone = 'America/Meridaa'`, `time_zone = ''`],
    fine: [`time_zone = 'Pacific/Auckland'`],
  },
  price_overrides_are_amounts_by_unit: {
    table: 'departures',
    broken: ['[]', '5', 'null', '{"u": -1}', '{"u": 1.5}', '{"u": "100"}', '{"u": null}', '{"u": {"minor": 1}}'].map(
      (json) => `price_overrides = '${json}'`,
    ),
    fine: ['price_overrides = null', `price_overrides = '{}'`, `price_overrides = '{"u": 0, "v": 12500}'`],
  },
  holds_currency_is_a_code: currencies('holds'),
  holds_party_is_a_list: {
    table: 'holds',
    broken: [`party = '{}'`, `party = 'null'`],
    fine: [`party = '[["u", 2, 5]]'`],
  },
  bookings_currency_is_a_code: currencies('bookings'),
  bookings_locale_is_a_language: {
    table: 'bookings',
    broken: [`locale = ''`, `locale = 'english'`, `locale = 'EN'`, `locale = 'en-us'`],
    fine: [`locale = 'es'`, `locale = 'es-MX'`],
  },
  bookings_policy_has_steps: {
    table: 'bookings',
    broken: [`policy = '[]'`, `policy = '{"kind": "flexible"}'`],
    fine: [`policy = '{"kind": "custom", "steps": []}'`],
  },
  an_amended_booking_has_both_keys: {
    table: 'bookings',
    broken: ['amended_from_id = id', 'amended_from_date = local_date'],
    fine: ['amended_from_id = id, amended_from_date = local_date'],
  },
  a_booked_person_has_a_booking: {
    table: 'unit_items',
    broken: [
      `state = 'booked', booking_id = null, local_date = null`,
      `state = 'redeemed', booking_id = null, local_date = null`,
    ],
    fine: [`state = 'held', booking_id = null, local_date = null`, `state = 'redeemed'`],
  },
  payments_currency_is_a_code: currencies('payments'),
  only_captured_money_goes_back: {
    table: 'payments',
    broken: [`refunded_minor = 10`, `state = 'authorised', refunded_minor = 10`],
    fine: [`state = 'captured', captured_at = clock_timestamp(), refunded_minor = amount_minor`],
  },
  payments_are_in_steps_cards_take: {
    table: 'payments',
    broken: [
      ...['BHD', 'JOD', 'KWD', 'OMR', 'TND'].map((code) => `currency = '${code}', amount_minor = 12505`),
      `currency = 'KWD', state = 'captured', captured_at = clock_timestamp(), refunded_minor = 5`,
    ],
    fine: [`currency = 'KWD', amount_minor = 12510`, `currency = 'JPY', amount_minor = 12505`],
  },
  refunds_currency_is_a_code: currencies('refunds'),
  a_settled_refund_has_a_time: {
    table: 'refunds',
    broken: [
      `state = 'succeeded', stripe_refund_id = 're_1'`,
      `state = 'failed', stripe_refund_id = 're_1'`,
      `state = 'pending', stripe_refund_id = 're_1', settled_at = clock_timestamp()`,
      `settled_at = clock_timestamp()`,
    ],
    fine: [
      `state = 'pending', stripe_refund_id = 're_1'`,
      `state = 'failed', stripe_refund_id = 're_1', settled_at = clock_timestamp()`,
    ],
  },
  a_sent_refund_has_its_stripe_id: {
    table: 'refunds',
    broken: [`state = 'pending'`, `state = 'succeeded', settled_at = clock_timestamp()`, `stripe_refund_id = 're_1'`],
    fine: [`state = 'succeeded', stripe_refund_id = 're_1', settled_at = clock_timestamp()`],
  },
  departures_are_sold_in_steps_cards_take: {
    table: 'departures',
    broken: [`currency = 'KWD', price_from_minor = 15`],
    fine: [`currency = 'KWD', price_from_minor = 20`],
  },
  refunds_are_in_steps_cards_take: {
    table: 'refunds',
    broken: [`currency = 'KWD', amount_minor = 15`, `currency = 'TND', amount_minor = 1`],
    fine: [`currency = 'KWD', amount_minor = 20`, `currency = 'JPY', amount_minor = 15`],
  },
  an_unanswered_key_is_locked: {
    table: 'idempotency_keys',
    broken: ['locked_until = null'],
    fine: [`locked_until = null, outcome = 'answered', answer = '{}'`],
  },
  resources_kind_is_known: { table: 'resources', broken: [`kind = ''`], fine: [`kind = 'boat'`] },
  resources_have_a_name: { table: 'resources', broken: [`name = ''`], fine: [`name = 'Lancha'`] },
  resources_exist: { table: 'resources', broken: ['quantity = 0', 'quantity = -1'], fine: ['quantity = 3'] },
  option_resources_take_some: { table: 'option_resources', broken: ['units = 0'], fine: ['units = 2'] },
  opening_hours_have_both_ends: {
    table: 'schedules',
    broken: [`opens_at = '09:00'`, `closes_at = '17:00'`],
    fine: [`opens_at = '09:00', closes_at = '17:00'`],
  },
  opening_hours_open: {
    table: 'schedules',
    broken: [
      `opens_at = '09:00', closes_at = '09:00'`,
      `opens_at = '24:00', closes_at = '02:00', local_times = '{24:00}'`,
    ],
    fine: [
      `opens_at = '20:00', closes_at = '02:00', local_times = '{20:00}'`,
      `opens_at = '00:00', closes_at = '24:00', local_times = '{00:00}'`,
    ],
  },
  opening_hours_start_at_opening: {
    table: 'schedules',
    broken: [
      `opens_at = '10:00', closes_at = '17:00'`,
      `opens_at = '09:00', closes_at = '17:00', local_times = '{09:00,12:00}'`,
    ],
    fine: [`local_times = '{09:00,12:00}'`],
  },
}

function currencies(table: string) {
  return { table, broken: ['', 'mxn', 'MX', 'M1N'].map((code) => `currency = '${code}'`), fine: [`currency = 'EUR'`] }
}

/** One good row of every table above; whom they belong to is left aside. */
const writeGoodRows = async (w: FreshDatabase): Promise<void> => {
  const { kayak } = await makeDepartures(w, { kayak: {} })
  await makeSchedule(w.em, kayak.optionId)
  await w.pool.query(`
    begin;
    set local session_replication_role = replica;
    insert into resources (id, provider_id, kind, name) select gen_random_uuid(), id, 'guide', 'Ixchel' from providers;
    insert into option_resources (option_id, resource_id) select '${kayak.optionId}', id from resources;
    insert into holds (id, departure_id, seats, party, total_minor, currency, holder, created_at, expires_at)
      select gen_random_uuid(), id, 1, '[]', 1000, 'MXN', 'g:1', clock_timestamp(), clock_timestamp() from departures;
    insert into bookings (id, local_date, state, departure_id, experience_id, option_id, provider_id, hold_id, locale,
        contact_name, contact_email, total_minor, currency, commission_percent, policy)
      select gen_random_uuid(), d.local_date, 'pending', d.id, e.id, d.option_id, e.provider_id, h.id, 'en', 'Ana',
        'ana@example.com', 1000, 'MXN', 15, e.policy
      from holds h join departures d on d.id = h.departure_id join experiences e on e.id = d.experience_id;
    insert into unit_items (id, hold_id, booking_id, local_date, unit_id, position, seats, price_minor, state)
      select gen_random_uuid(), hold_id, id, local_date, '${kayak.units.adult}', 0, 1, 1000, 'booked' from bookings;
    insert into payments (id, hold_id, booking_id, local_date, payer_name, payer_email, amount_minor, currency)
      select gen_random_uuid(), hold_id, id, local_date, 'Ana', 'ana@example.com', 1000, 'MXN' from bookings;
    insert into refunds (id, payment_id, booking_id, local_date, amount_minor, currency, reason)
      select gen_random_uuid(), id, booking_id, local_date, 1000, 'MXN', 'cancelled_by_traveler' from payments;
    insert into idempotency_keys (id, request_hash, locked_until) values (gen_random_uuid(), 'a', clock_timestamp());
    commit`)
}

/** What a statement broke: its constraint, and nothing when it was fine. It leaves no trace. */
const tryOut = async (client: pg.PoolClient, statement: string): Promise<string | null> => {
  await client.query('begin')
  try {
    const { rowCount } = await client.query(statement)
    assert.is(rowCount, 1, `${statement} is about one row`)
    return null
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    if (code !== CHECK_VIOLATION) throw error
    return constraint ?? ''
  } finally {
    await client.query('rollback')
  }
}
// https://www.postgresql.org/docs/current/errcodes-appendix.html
const CHECK_VIOLATION = '23514'

RowRules('each broken row is refused by the rule that it breaks, and its good neighbours are not', async (w) => {
  await writeGoodRows(w)
  const client = await w.pool.connect()
  try {
    for (const [rule, { table, broken, fine }] of Object.entries(BROKEN)) {
      for (const change of broken)
        assert.is(await tryOut(client, `update ${table} set ${change}`), rule, `${table}: ${change}`)
      for (const change of fine) assert.is(await tryOut(client, `update ${table} set ${change}`), null, change)
    }
  } finally {
    client.release()
  }
})

RowRules('every rule is tried out, is checked on the rows that were there, and is on every partition', async (w) => {
  const named = rowRules.map(([table, name]) => `${table} ${name}`)
  const tried = Object.entries(BROKEN).map(([rule, { table }]) => `${table} ${rule}`)
  assert.equal(
    named.filter((rule) => !tried.includes(rule)),
    [],
  )
  const { rows: unchecked } = await w.pool.query('select conname from pg_constraint where not convalidated')
  assert.equal(unchecked, [])
  await w.pool.query(`select ensure_bookings_partition('2031-05-01')`)
  const { rows } = await w.pool.query<{ count: string }>(
    `select count(*) from pg_constraint where conname = 'bookings_currency_is_a_code'
     and conrelid::regclass::text in ('bookings', 'bookings_default', 'bookings_2031_05')`,
  )
  assert.is(rows[0]?.count, '3')
})

RowRules('no table has a currency or a zone that nothing checks', async (w) => {
  const { rows } = await w.pool.query<{ unchecked: string }>(
    `select a.attrelid::regclass || '.' || a.attname as unchecked
     from pg_attribute a join pg_class t on t.oid = a.attrelid
     where t.relkind in ('r', 'p') and t.relnamespace = 'public'::regnamespace
       and a.attname in ('currency', 'time_zone') and not exists (
         select from pg_constraint c where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum])`,
  )
  assert.equal(rows, [])
})

RowRules('rules come upon rows that are there: old ones are checked, and one that breaks them is named', async (w) => {
  await forgetRules(w)
  await writeGoodRows(w)
  await w.pool.query(`update payments set currency = 'mxn'`)
  await migrate(w.url).then(
    () => assert.unreachable('a broken row was passed over'),
    (error: unknown) => assert.match(String(error), /payments_currency_is_a_code/),
  )
  await w.pool.query(`update payments set currency = 'MXN'`)
  assert.equal(await migrate(w.url), [Migration007RowRules.name])
  assert.equal(await migrate(w.url), [])
})

/** As the database was before them. */
const forgetRules = async (w: FreshDatabase): Promise<void> => {
  for (const [table, name] of rowRules) await w.pool.query(`alter table ${table} drop constraint ${name}`)
  await w.pool.query('drop index holds_live_expiry')
  const { rowCount } = await w.pool.query('delete from mikro_orm_migrations where name = $1', [
    Migration007RowRules.name,
  ])
  assert.is(rowCount, 1)
}

RowRules('a resource that options take stays, and what an option takes goes with it', async (w) => {
  await writeGoodRows(w)
  await w.pool.query('delete from resources').then(
    () => assert.unreachable('a boat was taken from under its options'),
    (error: { code?: string }) => assert.is(error.code, FOREIGN_KEY_VIOLATION),
  )
  const { rows } = await w.pool.query<{ resource_id: string }>('select resource_id from option_resources')
  await w.pool.query(`
    begin;
    delete from refunds; delete from payments; delete from unit_items;
    delete from bookings; delete from holds; delete from departures; delete from options;
    commit`)
  assert.is((await w.pool.query('delete from resources where id = $1', [rows[0]?.resource_id])).rowCount, 1)
})
const FOREIGN_KEY_VIOLATION = '23503'

RowRules.run()
