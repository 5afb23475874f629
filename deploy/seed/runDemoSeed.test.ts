import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { SEALED_FIELDS } from '@mayago/core/identity/sealedFields.ts'
import { createSigner } from '@mayago/core/identity/signer.ts'
import { verifySeats } from '@mayago/core/booking/index.ts'
import { verifyLedger } from '@mayago/core/ledger/index.ts'
import { demo } from '@mayago/db/seed/demo/index.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { freshDatabase, type FreshDatabase } from '@mayago/db/testing/freshDatabase.ts'
import { quietLog } from '../../test/quietLog.ts'
import { runDemoSeed } from './runDemoSeed.ts'

const NOW = new Date()
const key = (byte: number) => new Uint8Array(32).fill(byte)
const keys = { GUEST_SECRET: key(1), HOLD_SECRET: key(2), LINK_SECRET: key(3), TICKET_SIGNING_KEY: key(4) }

interface World extends FreshDatabase {
  cpuSeconds: number
}

const Seed = suite<World>('runDemoSeed')
Seed.before(async (w) => {
  Object.assign(w, await freshDatabase())
  const began = process.cpuUsage()
  await runDemoSeed(w.orm, keys, quietLog(), NOW)
  w.cpuSeconds = process.cpuUsage(began).user / 1e6
})
Seed.after((w) => w.drop())

const TABLES = [
  ...['users', 'providers', 'provider_texts', 'provider_members', 'places', 'place_texts', 'experiences'],
  ...['experience_texts', 'options', 'option_texts', 'units', 'unit_texts', 'schedules', 'schedule_exceptions'],
  ...['departures', 'holds', 'bookings', 'booking_refs', 'unit_items', 'payments', 'payment_allocations', 'tickets'],
  ...['reviews', 'outbox', 'search_words', 'ledger_accounts', 'ledger_entries', 'ledger_lines'],
]

/** Each table's rows with the transaction that wrote them: a row written again, even with the same content, shows. */
const fingerprints = (em: SqlEntityManager): Promise<Record<string, string>[]> =>
  Promise.all(
    TABLES.map(async (table) => {
      const row = await queryRow<{ print: string }>(
        em.fork() as SqlEntityManager,
        `select count(*) || ' ' || md5(string_agg(t.xmin::text || t::text, '|' order by t::text)) as print from ${table} t`,
      )
      return { [table]: row?.print ?? '' }
    }),
  )

Seed('a second seed of the same moment writes not one row', async (w) => {
  const first = await fingerprints(w.em)
  await runDemoSeed(w.orm, keys, quietLog(), NOW)
  assert.equal(await fingerprints(w.em), first)
})

Seed('the first seed needs less than ten seconds of a processor, whatever else the machine does', (w) => {
  assert.ok(w.cpuSeconds < 10, `${w.cpuSeconds.toFixed(1)} s`)
})

Seed('[SEAT-1] every counter equals its people', async (w) => {
  assert.equal(await verifySeats({ em: w.em }), [])
})

Seed('[MONEY-1] the books agree with all that was paid', async (w) => {
  const nothing = () => Promise.resolve({ items: [], more: false })
  const noLists = { listIntents: nothing, listRefunds: nothing, transfers: { list: nothing, listReversals: nothing } }
  const verify = () => verifyLedger({ em: w.em }, noLists)
  const { differences, entries, unknownToStripe } = await verify()
  assert.equal(differences, [])
  assert.ok(entries > 0)
  assert.is(unknownToStripe, entries, 'none of it ever was at Stripe')
})

Seed('[MONEY-1] what was paid is what the people cost, in the currency of what they booked', async (w) => {
  const wrong = await queryRows(
    w.em,
    `select b.id from bookings b join payments p on p.booking_id = b.id join experiences e on e.id = b.experience_id
     where p.state <> 'captured' or p.amount_minor <> b.total_minor or p.currency <> e.currency or b.currency <> e.currency
       or b.total_minor <> (select sum(price_minor) from unit_items i where i.booking_id = b.id)
       or b.total_minor <> (select sum(a.amount_minor) from payment_allocations a where a.payment_id = p.id)
       or not exists (select from booking_refs r where r.booking_id = b.id)`,
  )
  assert.equal(wrong, [])
})

Seed('all of the world is there: each experience bookable, each review from somebody who went', async (w) => {
  const { experiences } = demo
  const row = await queryRow(
    w.em,
    `select count(*)::int as experiences, count(*) filter (where rating_count > 0)::int as rated,
       count(*) filter (where exists (select from departures d where d.experience_id = e.id and d.status = 'open'
         and d.starts_at > $1 and (d.capacity is null or d.capacity > d.seats_taken)))::int as bookable,
       (select count(*)::int from reviews) as reviews,
       (select count(*)::int from reviews r join bookings b on b.id = r.booking_id
        where b.state = 'redeemed' and b.local_date < $1 and r.created_at < $1) as went
     from experiences e where status = 'published'`,
    [NOW],
  )
  const reviews = experiences.reduce((sum, experience) => sum + experience.reviews.length, 0)
  assert.equal(row, {
    experiences: experiences.length,
    rated: experiences.filter((experience) => experience.reviews.length > 0).length,
    bookable: experiences.length,
    reviews,
    went: reviews,
  })
})

Seed('some departures of the coming weeks are full, some nearly, most have room', async (w) => {
  const row = (await queryRow(
    w.em,
    `select count(*) filter (where seats_taken = capacity)::int as full,
       count(*) filter (where capacity - seats_taken between 1 and 3)::int as nearly,
       count(*) filter (where capacity - seats_taken > 3)::int as roomy
     from departures where starts_at between $1::timestamptz and $1::timestamptz + interval '21 days' and status = 'open'`,
    [NOW],
  )) as { full: number; nearly: number; roomy: number }
  assert.ok(row.full > 10 && row.nearly > 20 && row.roomy > row.full + row.nearly, JSON.stringify(row))
})

Seed('a ticket of the demo world is good at a gate', async (w) => {
  const signer = createSigner({ guest: key(1), hold: key(2), link: key(3), ticket: key(4) })
  const ticket = await queryRow<{ token: string; reference: string }>(
    w.em,
    'select t.token, r.reference from tickets t join booking_refs r using (booking_id) limit 1',
  )
  assert.is(signer.readTicketToken(ticket?.token ?? '')?.reference, ticket?.reference)
})

const SEALED = String.raw`^v1\.[\w-]{8}\.[\w-]{16}\.[\w-]{22,}$`

/** The sealed columns in which something stands that is not sealed. */
const unsealed = async (em: SqlEntityManager): Promise<string[]> => {
  const looks = SEALED_FIELDS.map(
    ({ table, column }) =>
      `select '${table}.${column}' as place where exists (select from ${table} where ${column} !~ '${SEALED}')`,
  )
  return (await queryRows<{ place: string }>(em, looks.join(' union all '))).map(({ place }) => place)
}

Seed('[SEAL-1] no plain phone or secret stands in a sealed column', async (w) => {
  assert.equal(await unsealed(w.em), [])
  const em = w.em.fork() as SqlEntityManager
  await em.begin()
  await queryRows(em, "update bookings set contact_phone_sealed = '+529995550117'")
  assert.equal(await unsealed(em), ['bookings.contact_phone_sealed'], 'and one that does is seen')
  await em.rollback()
})

Seed.run()
