import * as assert from 'uvu/assert'
import { deskSql } from '@mayago/core/booking/deskSql.ts'
import { getBooking, getHold, listBookings, listMyBookings, listMyHolds } from '@mayago/core/booking/index.ts'
import { getDeparture, getDepartureFrames, listDepartures, nextFree } from '@mayago/core/availability/index.ts'
import { getExperience, leavingSoon, listExperiences, suggest } from '@mayago/core/catalog/index.ts'
import type { ListExperiencesInput } from '@mayago/core/catalog/index.ts'
import type { Ctx } from '@mayago/core/context.ts'
import type { GuestId } from '@mayago/kernel/ids.ts'
import { noting, sequentialScans, type Statement } from './planned.ts'
import type { LargeReadWorld } from './largeReadWorld.ts'

const MERIDA = { lat: 20.9674, lng: -89.5926 }

/** What lists are asked for, the common and the rare, one filter at a time and together. */
export const searches: Record<string, ListExperiencesInput> = {
  everything: {},
  'a category': { category: 'food' },
  'a place': { place: 'merida' },
  'near a point': { ...MERIDA, radiusKm: 5 },
  'far around a point': { ...MERIDA, radiusKm: 100 },
  'a common word': { q: 'kayak' },
  'a rare word': { q: 'large woodcut' },
  'two words': { q: 'pottery merida' },
  'a word and a place': { q: 'kayak', place: 'merida' },
  'a word and a category': { q: 'kayak', category: 'water' },
  'a mistyped word': { q: 'snorkeling potery' },
  'a price': { priceMax: 50_000, currency: 'MXN' },
  'by price': { sort: 'price' },
  'the dearest of a currency': { sort: '-price', currency: 'MXN' },
  'a category by price': { sort: 'price', category: 'food' },
  'a place by price': { sort: 'price', place: 'merida' },
  'around a point by price': { ...MERIDA, radiusKm: 100, sort: 'price' },
  'a common word by price': { q: 'kayak', sort: 'price' },
  'a rare word by price': { q: 'large woodcut', sort: 'price' },
  'a day by price': { date: '2026-06-05', party: 2, sort: 'price' },
  'the best rated around a point': { ...MERIDA, radiusKm: 100, sort: '-rating' },
  'the best rated with a common word': { q: 'kayak', sort: '-rating' },
  'the worst rated': { sort: 'rating' },
  'the nearest of a place': { place: 'merida', sort: 'distance' },
  'a day': { date: '2026-06-05' },
  'a day and a party': { date: '2026-06-05', party: 8 },
  'a day and a place': { date: '2026-06-05', party: 2, place: 'merida' },
  'a day nobody can': { date: '2026-06-05', party: 60 },
  'all together': {
    ...MERIDA,
    radiusKm: 40,
    q: 'kayak',
    date: '2026-06-06',
    party: 2,
    category: 'water',
    priceMax: 400_000,
  },
}

/** What goes on after a page: the order's bounds are in the statement then. */
const continued: ListExperiencesInput[] = [
  { q: 'kayak' },
  { sort: 'price' },
  { sort: '-price', category: 'food' },
  { sort: 'rating' },
]
const secondPages = Object.fromEntries(
  continued.map((input) => [
    `list: the second page of ${JSON.stringify(input)}`,
    async (ctx: Ctx) => {
      const { nextCursor } = await listExperiences(ctx, input)
      return listExperiences(ctx, { ...input, cursor: nextCursor ?? '' })
    },
  ]),
)

/** What people ask most, by name, each as the use-case behind it. */
export const hotReads = (w: LargeReadWorld): Record<string, (ctx: Ctx) => Promise<unknown>> => {
  const [experienceId, departureId, holdId, bookingId] = [
    w.experienceIds[0] as string,
    w.departureIds[0] as string,
    w.holdIds[0] as string,
    w.bookingIds[0] as string,
  ]
  const range = { from: '2026-06-01', to: '2026-06-30' }
  const listed = Object.entries(searches).map(([name, input]) => [
    `list: ${name}`,
    (ctx: Ctx) => listExperiences(ctx, input),
  ])
  return {
    ...(Object.fromEntries(listed) as Record<string, (ctx: Ctx) => Promise<unknown>>),
    ...secondPages,
    suggestions: (ctx) => suggest(ctx, { q: 'ka' }),
    experience: (ctx) => getExperience(ctx, { idOrSlug: experienceId }),
    'experience by slug': (ctx) => getExperience(ctx, { idOrSlug: 'large-7' }),
    'leaving today': (ctx) => leavingSoon(ctx, { day: 'today' }),
    'leaving tomorrow from a place': (ctx) => leavingSoon(ctx, { day: 'tomorrow', place: 'merida' }),
    'calendar month': (ctx) => listDepartures(ctx, { experienceId, ...range, limit: 500 }),
    'calendar month, the last first': (ctx) => listDepartures(ctx, { experienceId, ...range, sort: '-startsAt' }),
    'frames of a board': (ctx) => getDepartureFrames(ctx, { experienceIds: w.experienceIds }),
    departure: (ctx) => getDeparture(ctx, { departureId }),
    'next free': (ctx) => nextFree(ctx, { experienceId, seats: 2, after: w.now }),
    hold: (ctx) => getHold(ctx, { holdId }),
    'my holds': listMyHolds,
    booking: (ctx) => getBooking(ctx, { bookingId }),
    'my bookings': listMyBookings,
    'my bookings, by departure': (ctx) => listBookings(ctx, {}),
    'my bookings, by when they were made': (ctx) => listBookings(ctx, { sort: '-createdAt' }),
  }
}

/** The seat desk's statements, with parameters of this world. */
const deskStatements = (w: LargeReadWorld): Statement[] => {
  const [departure] = w.departureIds
  return [
    { text: deskSql.lockDeparture.text, values: [departure] },
    { text: deskSql.sweepLapsed.text, values: [departure] },
    { text: deskSql.findHolds.text, values: [departure, w.holdIds] },
    { text: deskSql.countHeld.text, values: [[`g:${w.guestId}`], ['10.0.0.7']] },
  ]
}

const BIG_TABLES = [
  'experiences|experience_texts|listings|options|option_texts|units|unit_texts|reviews|departures',
  'holds|bookings(_.*)?|booking_refs|unit_items|tickets|payments|payment_allocations|refunds',
  'stripe_events|outbox|idempotency_keys|ledger_entries|ledger_lines',
]

/** Tables of which nothing that happens often may read every row. */
export const BIG = new RegExp(`^(${BIG_TABLES.join('|')})$`)

/** Explains every statement of every hot read; answers what would read a big table from end to end. */
export const findSequentialScans = async (w: LargeReadWorld): Promise<string[]> => {
  const found: string[] = []
  // A booking's view names the key that pages pay with; nothing is paid here.
  const ports = { ...w.ports, payments: { publishable: { key: 'pk_test', sandbox: true } } } as unknown as Ctx['ports']
  const check = async (name: string, statement: Statement): Promise<void> => {
    for (const table of await sequentialScans(w.pool, statement))
      if (BIG.test(table)) found.push(`${name} reads all of ${table}:\n${statement.text}`)
  }
  for (const [name, read] of Object.entries(hotReads(w))) {
    const { em, statements } = noting(w.orm.em.fork() as Ctx['em'])
    const guestId = w.guestId as GuestId
    const person = name.startsWith('my ') ? { kind: 'anonymous' as const, guestId, holdToken: null } : undefined
    await read(w.ctx({ em, ports, ...(person ? { actor: person } : {}) })).catch((error: unknown) => {
      throw new Error(`${name}: ${String(error)}`)
    })
    assert.ok(statements.length > 0, `${name} asks the database`)
    for (const statement of statements) await check(name, statement)
  }
  for (const statement of deskStatements(w)) await check('seat desk', statement)
  return found
}

/** What the check would say of a list that no index answers: proof that it can fail. */
export const findPlantedScan = (w: LargeReadWorld): Promise<string[]> =>
  sequentialScans(w.pool, { text: 'select id from departures where capacity = $1', values: [7] })
