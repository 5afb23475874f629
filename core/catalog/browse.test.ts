import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { queryRows } from '@mayago/db/sql.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { readWorld, type ReadWorld } from '../../test/readWorld.ts'
import { getExperience, leavingSoon, listPlaces, suggest } from './index.ts'

const AUCKLAND = { slug: 'auckland', name: 'Auckland', latitude: -36.85, longitude: 174.76 }

interface World extends ReadWorld {
  noon: MadeDeparture
  full: MadeDeparture
  begun: MadeDeparture
  sails: MadeDeparture
  nextDay: MadeDeparture
}

const Browse = suite<World>('browsing')
Browse.before(async (w) => {
  // 07:00 in Mérida, and 1 June, past midnight already, in Auckland.
  Object.assign(w, await readWorld(new Date('2026-05-31T13:00:00Z')))
  const auckland = { place: AUCKLAND, timeZone: 'Pacific/Auckland', currency: 'NZD' as const }
  const { noon, full, begun, sails } = await makeDepartures(w, {
    noon: { localStart: '2026-05-31T12:00', title: 'Cacao at noon', titleEs: 'Cacao al mediodía' },
    full: { localStart: '2026-05-31T13:00', capacity: 2, title: 'A cenote by canoe' },
    begun: { localStart: '2026-05-31T07:30', cutoffMinutes: 60, title: 'Ashes after dark', titleEs: 'Entre cenizas' },
    sails: { localStart: '2026-06-01T09:00', ...auckland, title: 'Sails before breakfast' },
  })
  const { later, nextDay } = await makeDepartures(w, {
    later: { of: noon, localStart: '2026-05-31T16:00' },
    nextDay: { of: noon, localStart: '2026-06-01T12:00' },
  })
  await queryRows(w.em, 'update departures set seats_taken = 2 where id = $1', [full.departureId])
  Object.assign(w, { noon, full, begun, sails, later, nextDay })
})
Browse.after((w) => w.drop())

Browse(
  '[CATALOG-5] what leaves today is today there, has room, is before its cut-off, and comes once each',
  async (w) => {
    const today = await leavingSoon(w.ctx(), { day: 'today' })
    assert.equal(
      today.map(({ departure }) => departure.id),
      [w.noon.departureId, w.sails.departureId],
    )
    const [first] = today
    assert.equal(
      [first?.card.title, first?.departure.bookable, first?.card.next?.departureId],
      ['Cacao at noon', true, w.noon.departureId],
    )
  },
)

Browse('tomorrow is tomorrow there, and a place keeps to itself', async (w) => {
  const ids = async (asked: Parameters<typeof leavingSoon>[1]) =>
    (await leavingSoon(w.ctx(), asked)).map(({ departure }) => departure.id)
  assert.equal(await ids({ day: 'tomorrow' }), [w.nextDay.departureId])
  assert.equal(await ids({ day: 'today', place: 'auckland' }), [w.sails.departureId])
  assert.equal(await ids({ day: 'tomorrow', place: 'auckland' }), [])
})

Browse(
  'somebody who is typing is offered places and experiences, accents and slips forgiven, from two letters on',
  async (w) => {
    const slugs = async (q: string) => (await suggest(w.ctx(), { q })).map(({ kind, slug }) => `${kind} ${slug}`)
    assert.equal(await slugs('m'), [])
    assert.is((await slugs('meri'))[0], 'place merida')
    assert.is((await slugs('AÚCK'))[0], 'place auckland')
    assert.equal(await slugs('caca'), [`experience ${w.noon.slug}`])
    assert.equal(await slugs('cacoa no'), [`experience ${w.noon.slug}`])
    assert.equal(await slugs('ceno'), [`experience ${w.full.slug}`], 'not what begins like its Spanish stem, “cen”')
    assert.equal(await slugs('cenotes'), [`experience ${w.full.slug}`])
    assert.equal(await slugs("%' or"), [])
  },
)

Browse('places are counted by what is published, in the reader’s language', async (w) => {
  await queryRows(w.em, `insert into place_texts values ('auckland', 'es', 'Auckland (Tāmaki)', 'Isla Norte')`)
  const places = await listPlaces(w.ctx({ locale: 'es' }))
  assert.equal(
    places.map(({ slug, name, experiences }) => [slug, name, experiences]),
    [
      ['merida', 'Mérida', 3],
      ['auckland', 'Auckland (Tāmaki)', 1],
    ],
  )
})

Browse('[CATALOG-8] an experience is found by id and slug, in the reader’s language or else English', async (w) => {
  const byId = await getExperience(w.ctx({ locale: 'es' }), { idOrSlug: w.noon.experienceId.toUpperCase() })
  assert.equal(
    [byId.title, byId.options[0]?.title, byId.options[0]?.units.map((unit) => unit.type)],
    ['Cacao al mediodía', 'Standard', ['ADULT', 'CHILD', 'INFANT']],
  )
  const english = await getExperience(w.ctx({ locale: 'es' }), { idOrSlug: w.full.slug })
  assert.is(english.title, 'A cenote by canoe')
  assert.equal(english.options[0]?.units[0]?.price, { minor: 100_000, currency: 'MXN' })
})

Browse('[CATALOG-1] what is not published, or was never there, is not found', async (w) => {
  await queryRows(w.em, `update experiences set status = 'paused' where id = $1`, [w.begun.experienceId])
  for (const idOrSlug of [
    w.begun.slug,
    w.begun.experienceId,
    'nowhere',
    'no\0where',
    '00000000-0000-7000-8000-000000000000',
  ])
    try {
      await getExperience(w.ctx(), { idOrSlug })
      assert.unreachable()
    } catch (error) {
      assert.ok(isRefusal(error, 'not_found'), String(error))
    }
})

Browse.run()
