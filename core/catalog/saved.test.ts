import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { newId, type GuestId, type UserId } from '@mayago/kernel/ids.ts'
import { queryRows } from '@mayago/db/sql.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import type { Actor } from '../identity/actor.ts'
import { readWorld, type ReadWorld } from '../../test/readWorld.ts'
import { signedIn } from '../../test/signedIn.ts'
import { SAVED_MAX } from './saveExperience.ts'
import {
  claimSaved,
  getSaved,
  GUEST_DAYS,
  listSaved,
  listSavedIds,
  pruneSaved,
  saveExperience,
  unsaveExperience,
} from './index.ts'

interface World extends ReadWorld {
  kayak: MadeDeparture
  cacao: MadeDeparture
  draft: MadeDeparture
}

const Saved = suite<World>('saved experiences')
Saved.before(async (w) => {
  Object.assign(w, await readWorld(new Date('2026-06-01T12:00:00Z')))
  Object.assign(
    w,
    await makeDepartures(w, {
      kayak: { title: 'Kayak at dawn', localStart: '2026-06-10T06:30' },
      cacao: { title: 'Cacao at noon', localStart: '2026-06-11T12:00' },
      draft: { title: 'Not yet', experienceStatus: 'draft' },
    }),
  )
})
Saved.after((w) => w.drop())

const guest = (): Actor => ({ kind: 'anonymous', guestId: newId<'guest'>(Date.now()) as GuestId, holdToken: null })
const user = (guestId: GuestId | null = null): Actor => ({
  ...signedIn(newId<'user'>(Date.now()) as UserId),
  guestId,
})
const guestIdOf = (actor: Actor): GuestId | null => (actor.kind === 'anonymous' ? actor.guestId : null)
const titles = async (w: World, actor: Actor): Promise<string[]> =>
  (await listSaved(w.ctx({ actor }), {})).items.map(({ title }) => title)
const save = (w: World, actor: Actor, { experienceId }: MadeDeparture) =>
  saveExperience(w.ctx({ actor }), { experienceId })

Saved('[CATALOG-10] guests and accounts each have their own, the latest first, with the next departure', async (w) => {
  const [ana, ben] = [guest(), user()]
  await save(w, ana, w.kayak)
  await save(w, ana, w.cacao)
  await save(w, ben, w.kayak)
  assert.equal(await titles(w, ana), ['Cacao at noon', 'Kayak at dawn'])
  assert.equal(await titles(w, ben), ['Kayak at dawn'])
  assert.equal(await listSavedIds(w.ctx({ actor: ben })), [w.kayak.experienceId])
  const [card] = (await listSaved(w.ctx({ actor: ben }), {})).items
  assert.is(card?.next?.departureId, w.kayak.departureId)
})

Saved('[CATALOG-10] saving again changes nothing, forgetting twice is forgetting', async (w) => {
  const ana = guest()
  const first = await save(w, ana, w.kayak)
  assert.equal(await save(w, ana, w.kayak), first)
  const ctx = w.ctx({ actor: ana })
  assert.equal(await getSaved(ctx, w.kayak), first)
  for (let time = 0; time < 2; time++) await unsaveExperience(ctx, w.kayak)
  assert.equal(await titles(w, ana), [])
  const asked = await getSaved(ctx, w.kayak).catch((error: unknown) => error)
  assert.ok(isRefusal(asked, 'not_found'))
})

Saved('[CATALOG-1] what is not published cannot be saved, and leaves the list while it is not', async (w) => {
  const ana = guest()
  const refused = await save(w, ana, w.draft).catch((error: unknown) => error)
  assert.ok(isRefusal(refused, 'not_found'))
  await save(w, ana, w.cacao)
  await queryRows(w.em, "update experiences set status = 'paused' where id = $1", [w.cacao.experienceId])
  assert.equal(await titles(w, ana), [])
  await queryRows(w.em, "update experiences set status = 'published' where id = $1", [w.cacao.experienceId])
  assert.equal(await titles(w, ana), ['Cacao at noon'])
})

Saved('[CATALOG-10] a guest who signs in brings along what they saved, once; the account keeps its own', async (w) => {
  const ana = guest()
  await save(w, ana, w.kayak)
  await save(w, ana, w.cacao)
  const account = user(guestIdOf(ana))
  const before = await save(w, account, w.kayak)
  assert.equal(await claimSaved(w.ctx({ actor: account })), { moved: 1 })
  assert.equal((await titles(w, account)).sort(), ['Cacao at noon', 'Kayak at dawn'])
  assert.equal(await getSaved(w.ctx({ actor: account }), w.kayak), before)
  assert.equal(await titles(w, ana), [], 'nothing stays with the browser')
  assert.equal(await claimSaved(w.ctx({ actor: account })), { moved: 0 })
})

Saved('who cannot be remembered has none, and is told to sign in', async (w) => {
  const nobody: Actor = { kind: 'anonymous', guestId: null, holdToken: null }
  assert.equal(await titles(w, nobody), [])
  const refused = await save(w, nobody, w.kayak).catch((error: unknown) => error)
  assert.ok(isRefusal(refused, 'sign_in_required'))
})

Saved('[CATALOG-10] past two hundred the oldest makes room', async (w) => {
  const ana = guest()
  const owner = `g:${guestIdOf(ana) ?? ''}`
  const kinds = Object.fromEntries(
    Array.from({ length: 3 }, (_, at) => [`more${at}`, { title: `More ${at}`, localStart: '2026-06-12T09:00' }]),
  )
  const made = Object.values(await makeDepartures(w, kinds)) as MadeDeparture[]
  await queryRows(
    w.em,
    `insert into experiences select (e2).* from (
       select jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'slug', e.slug || '-' || n)) as e2
       from experiences e, generate_series(1, $2::int) n where e.id = $1) copies`,
    [w.kayak.experienceId, SAVED_MAX],
  )
  await queryRows(
    w.em,
    `insert into saved_experiences (owner, experience_id, saved_at)
     select $1, id, timestamptz '2026-01-01' + row_number() over () * interval '1 second'
     from experiences where slug like (select slug from experiences where id = $2) || '-%'`,
    [owner, w.kayak.experienceId],
  )
  for (const departure of made) await save(w, ana, departure)
  const ids = await listSavedIds(w.ctx({ actor: ana }))
  assert.is(ids.length, SAVED_MAX)
  assert.ok(made.every(({ experienceId }) => ids.includes(experienceId)))
})

Saved('pages go on where the one before ended; a cursor of somebody’s making is refused', async (w) => {
  const ana = guest()
  await save(w, ana, w.kayak)
  await save(w, ana, w.cacao)
  const ctx = w.ctx({ actor: ana })
  const first = await listSaved(ctx, { limit: 1 })
  const second = await listSaved(ctx, { limit: 1, cursor: first.nextCursor ?? '' })
  assert.equal(
    [first, second].map(({ items }) => items[0]?.title),
    ['Cacao at noon', 'Kayak at dawn'],
  )
  assert.is(second.nextCursor, null)
  for (const parts of [['2026-99-99 00:00:00+00', w.kayak.experienceId], ['x', 'y'], [1]]) {
    const refused = await listSaved(ctx, { cursor: btoa(JSON.stringify(parts)) }).catch((error: unknown) => error)
    assert.ok(isRefusal(refused, 'invalid_input'), String(parts))
  }
})

Saved('[CATALOG-10] what a guest saved goes when no browser can have their cookie; accounts keep theirs', async (w) => {
  const [old, recent, ben] = [guest(), guest(), user()]
  for (const actor of [old, recent, ben]) await save(w, actor, w.kayak)
  const { now } = w.ctx({ actor: old })
  const age = (who: string, days: number) =>
    queryRows(
      w.em,
      `update saved_experiences set saved_at = $1::timestamptz - make_interval(days => $2) where owner = $3`,
      [now, days, who],
    )
  await age(`g:${guestIdOf(old)}`, GUEST_DAYS + 1)
  await age(`g:${guestIdOf(recent)}`, GUEST_DAYS - 1)
  await age(`u:${(ben as { userId: string }).userId}`, GUEST_DAYS + 1)
  await pruneSaved(w.ctx({ actor: { kind: 'system', job: 'test' } }))
  assert.equal(await Promise.all([old, recent, ben].map((actor) => titles(w, actor))), [
    [],
    ['Kayak at dawn'],
    ['Kayak at dawn'],
  ])
})

Saved.run()
