import { randomUUID } from 'node:crypto'
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@colyseus/sdk'
import { parse } from 'devalue'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { getApp } from '../../core/app.ts'
import type { Relation } from '../../core/identity/access.ts'
import type { Actor } from '../../core/identity/actor.ts'
import { openSession } from '../../core/identity/index.ts'
import { SCOPES } from '../../core/identity/scopes.ts'
import { inTransaction } from '../../core/context.ts'
import type { RefusalCode } from '../../core/kernel/errors.ts'
import { makeDepartures, type MadeDeparture } from '../../db/testing/makeDepartures.ts'
import { attachRooms, type AttachedRooms } from '../../realtime/attach.ts'
import { statusOf } from '../../web/lib/server/refusalStatus.ts'
import { parseJson } from '../apiClient.ts'
import { apiWorld, type ApiWorld } from '../apiWorld.ts'
import { assertDeclared } from '../declared/assertDeclared.ts'
import { begin, holdSeats } from '../paying.ts'
import { anonymous, CAST, cookieHeader, makeKeyRow, makeUser, makeWebhook, someGuest, type Player } from './cast.ts'
import { DOORS, type Asked, type Door } from './doors.ts'
import { expectedRefusal } from './expected.ts'
import { listDoors } from './listDoors.ts'

interface World extends ApiWorld {
  kayak: MadeDeparture
  rooms: AttachedRooms
  live: Server
}

const Matrix = suite('who may do what, at every door', {} as World)
Matrix.before(async (w) => {
  Object.assign(w, await apiWorld({ settings: { seatCaps: { guest: 0, user: 0, address: 0 } } }))
  w.kayak = (await makeDepartures(w, { kayak: { capacity: null } })).kayak
  w.live = createServer((request, response) => w.rooms.handle(request, response, () => response.writeHead(404).end()))
  w.rooms = await attachRooms({ http: w.live, app: getApp(), log: w.log })
  await new Promise<void>((resolve) => w.live.listen(0, '127.0.0.1', resolve))
})
Matrix.after(async (w) => {
  await w.rooms.stop()
  w.live.close()
  await w.drop()
})

Matrix('every route and room message is known, and nothing is known that is not there', () => {
  assert.equal(Object.keys(DOORS).sort(), listDoors().filter(isNoFallback))
})

/** What answers unknown addresses has no method of its own. */
const isNoFallback = (door: string): boolean => !door.includes('[...rest]')

Matrix('a door that nobody entered in the table is found, whatever its kind', () => {
  const root = mkdtempSync(join(tmpdir(), 'mayago-doors-'))
  const plant = (file: string, text: string): void => {
    mkdirSync(join(root, file, '..'), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  plant('web/routes/(a)/planted/[id]/+server.ts', 'export const PUT = () => 1\nexport const fallback = PUT')
  plant(
    'web/routes/planted/+page.server.ts',
    'export const load = () => 1\nexport const actions = { default: f, other: g }',
  )
  plant('realtime/rooms/PlantedRoom.ts', 'export class PlantedRoom { override messages = { speak: validate(s, f) } }')
  assert.equal(listDoors(root), [
    'FORM /planted',
    'FORM /planted?/other',
    'JOIN planted',
    'LOAD /planted',
    'PUT /planted/[id]',
    'SAY planted.speak',
  ])
  plant('web/routes/planted/+page.server.ts', 'export const actions = { ...hidden }')
  assert.throws(() => listDoors(root), 'a spread hides')
  rmSync(root, { recursive: true })
})

type Owner = 'own' | 'foreign'

/** The record, made by this player or by somebody else, and what the player is to it. */
const makeCase = async (w: World, door: Door, player: Player, owner: Owner) => {
  const maker = w.as(owner === 'own' && isSomebody(player.actor) ? makerOf(player.actor) : someGuest())
  const asked: Asked = {
    slug: w.kayak.slug,
    experienceId: w.kayak.experienceId,
    departureId: w.kayak.departureId,
    unitId: w.kayak.units.adult,
    holdId: '',
    bookingId: '',
    sessionId: '',
    userId: randomUUID(),
    webhookId: randomUUID(),
    keyId: randomUUID(),
  }
  if (door.on === 'hold') asked.holdId = (await holdSeats(maker, w.kayak, 1)).id
  if (door.on === 'booking') asked.bookingId = (await begin(maker, w.kayak, 1)).id
  if (door.on === 'user') asked.userId = await makeUser(w)
  const owned = owner === 'own' && 'userId' in player.actor ? player.actor.userId : null
  if (door.on === 'webhook') asked.webhookId = await makeWebhook(w, owned ?? (await makeUser(w)))
  if (door.on === 'key') asked.keyId = await makeKeyRow(w, owned ?? (await makeUser(w)))
  if (door.on === 'session') asked.sessionId = await sessionOf(w, owner === 'own' ? player.actor : null)
  return { asked, relations: player.ended ? [] : relationsOf(door, player.actor, owner) }
}

/** What a key may not do it may still own: the records were made while it could. */
const makerOf = (actor: Actor): Actor => (actor.kind === 'apiKey' ? { ...actor, scopes: SCOPES } : actor)

/** Whoever sends nothing along has nothing of their own. */
const isSomebody = (actor: Actor): boolean => 'userId' in actor || ('guestId' in actor && actor.guestId !== null)

const sessionOf = async (w: World, actor: Actor | null): Promise<string> => {
  const userId = actor?.kind === 'user' ? actor.userId : await makeUser(w)
  const ctx = w.as(anonymous)
  const opened = await inTransaction(ctx, (tx) => openSession(tx, { userId, channel: 'api', secondFactor: false }))
  return opened.sessionId
}

const relationsOf = (door: Door, actor: Actor, owner: Owner): readonly Relation[] => {
  if (door.on === 'hold') return owner === 'own' && isSomebody(actor) ? ['holder'] : []
  if (door.on === 'booking') return owner === 'own' && isSomebody(actor) ? ['traveler'] : []
  if (door.on === 'webhook' || door.on === 'key') return owner === 'own' && 'userId' in actor ? ['self'] : []
  return actor.kind === 'user' ? ['self'] : []
}

interface Heard {
  status: number
  /** Null where a page says it in words. */
  code: string | null
  text: string
}

const isPage = (method: string, path: string): boolean =>
  method === 'LOAD' || method === 'FORM' || !(path.startsWith('/api/') || path.startsWith('/.well-known/'))

/** Knocks at a door as this player and answers what is heard. */
const knock = async (w: World, name: string, door: Door, player: Player, asked: Asked): Promise<Heard> => {
  const [kind = '', route = ''] = name.split(' ')
  const body = door.body?.(asked)
  if (kind === 'JOIN' || kind === 'SAY') return speak(w, kind, route, player, body ?? {})
  const path = door.path?.(asked) ?? route
  if (isPage(kind, path)) {
    const method = kind === 'LOAD' ? 'GET' : kind === 'FORM' ? 'POST' : kind
    const response = await fetch(w.url + path, {
      method,
      redirect: 'manual',
      headers: {
        accept: kind === 'FORM' ? 'application/json' : 'text/html',
        origin: w.url,
        ...cookieHeader(player.cookies),
      },
      ...(method === 'GET' ? {} : { body: new URLSearchParams((body ?? {}) as Record<string, string>) }),
    })
    return kind === 'FORM'
      ? readForm(response, path)
      : { status: response.status, code: leadOf(path, response.headers.get('location')), text: await response.text() }
  }
  const response = await fetch(w.url + path, {
    method: kind,
    headers: {
      ...player.api,
      ...(kind === 'GET' ? {} : { 'content-type': 'application/json' }),
      ...(kind === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
    },
    ...(kind === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
  })
  const text = await response.text()
  const { status, headers } = response
  if (path.startsWith('/api/v1/'))
    assertDeclared(kind, path.replace('/api/v1', ''), { status, headers, text, body: parseJson(text) })
  return { status, code: response.ok ? null : (JSON.parse(text) as { code: string }).code, text }
}

/** A page of one's own leads to the sign-in, to where one proves oneself again, or to where a second step is set up. */
const leadOf = (path: string, goal: string | null): RefusalCode | null => {
  if (goal?.startsWith('/account/sign-in?next=') && !path.startsWith('/account/sign-in')) return 'sign_in_required'
  if (goal?.startsWith('/account/security?next=')) return 'second_factor_missing'
  return goal?.startsWith('/account/security/confirm?next=') ? 'sign_in_again' : null
}

/** What a form's action answered to a script, without the page that is loaded afterwards. */
const readForm = async (response: Response, path: string): Promise<Heard> => {
  const text = await response.text()
  const answer = JSON.parse(text) as { type?: string; status?: number; location?: string; data?: string }
  const status = answer.status ?? response.status
  const data = answer.data === undefined ? {} : (parse(answer.data) as { refused?: { code: string } } | null)
  return { status, code: data?.refused?.code ?? leadOf(path, answer.location ?? null), text }
}

/** Buys a ticket as this player, joins with it, and says the message. */
const speak = async (w: World, kind: string, said: string, player: Player, body: object): Promise<Heard> => {
  const bought = await knock(
    w,
    'POST /api/v1/live/tickets',
    DOORS['POST /api/v1/live/tickets'] as Door,
    player,
    {} as Asked,
  )
  if (bought.code !== null) return bought
  const [room = '', message = ''] = said.split('.')
  const client = new Client(`http://127.0.0.1:${(w.live.address() as AddressInfo).port}`)
  client.auth.token = (JSON.parse(bought.text) as { ticket: string }).ticket
  const joined = await client.joinOrCreate(room, room === 'experience' ? { experienceId: w.kayak.experienceId } : {})
  joined.onMessage('*', () => undefined)
  try {
    if (kind === 'JOIN') return { status: 200, code: null, text: '' }
    if (message !== 'hold') {
      joined.send(message, body)
      return { status: 200, code: null, text: '' }
    }
    const answer = (await joined.request(message, body)) as { ok?: unknown; refused?: { code: string } }
    const code = answer.refused?.code ?? null
    return { status: code === null ? 200 : statusOf(code as RefusalCode), code, text: JSON.stringify(answer) }
  } finally {
    await joined.leave()
  }
}

const assertHeard = (heard: Heard, door: Door, expected: RefusalCode | null, about: string): void => {
  const told = `${about}: heard ${heard.status} ${heard.code ?? ''}, expected ${expected ?? 'to be let in'}\n${heard.text.slice(0, 300)}`
  if (expected !== null) {
    const isLed = heard.status === 303 && heard.code === expected
    assert.ok(isLed || heard.status === statusOf(expected), told)
    if (heard.code !== null) assert.is(heard.code, expected, told)
    return
  }
  const statuses = (door.says ?? []).map(statusOf)
  assert.ok(heard.status < 400 || statuses.includes(heard.status as never), told)
  if (heard.code !== null) assert.ok(door.says?.includes(heard.code as RefusalCode), told)
}

for (const [name, door] of Object.entries(DOORS)) {
  Matrix(`[ACCESS-1] ${name}`, async (w) => {
    w.log.lines.length = 0
    const owners: Owner[] = door.on === undefined || door.on === 'user' ? ['own'] : ['own', 'foreign']
    const isApi = name.includes(' /api/') || name.startsWith('JOIN') || name.startsWith('SAY')
    for (const [who, join] of Object.entries(CAST))
      for (const owner of owners) {
        const player = await join(w)
        // A key opens no pages: there it is nobody, who tries them too.
        if (player.actor.kind === 'apiKey' && !isApi) continue
        const { asked, relations } = await makeCase(w, door, player, owner)
        // An endpoint refuses a token that is not good before anything else; a page forgets it.
        const expected =
          player.ended && isApi
            ? 'token_invalid'
            : expectedRefusal({ door, player, relations, isForeign: owner === 'foreign' })
        assertHeard(await knock(w, name, door, player, asked), door, expected, `${name} by ${who}, ${owner}`)
      }
    assert.equal(
      w.log.lines.filter(({ level }) => level === 'error'),
      [],
      'nothing failed',
    )
  })
}

Matrix('[ACCESS-1] a hold’s token opens its hold and booking over REST, and no others', async (w) => {
  const { signer } = w.as().services
  for (const [name, door] of Object.entries(DOORS).filter(([, { on }]) => on === 'hold' || on === 'booking')) {
    if (!name.includes(' /api/')) continue
    for (const owner of ['own', 'foreign'] as const) {
      const maker = someGuest()
      const booking = await begin(w.as(maker), w.kayak, 1)
      const { rows } = await w.pool.query('select hold_id from bookings where id = $1', [booking.id])
      const { asked } = await makeCase(w, door, { actor: maker, api: {}, cookies: {} }, 'own')
      const mine = door.on === 'hold' ? asked.holdId : (rows[0]?.hold_id as string)
      if (door.on === 'booking') asked.bookingId = booking.id
      const token = signer.holdToken(owner === 'own' ? mine : randomUUID())
      const player: Player = { actor: anonymous, api: { 'hold-token': token }, cookies: {} }
      const relations: Relation[] = owner === 'own' ? ['holder'] : []
      const expected = expectedRefusal({ door, player, relations, isForeign: owner === 'foreign' })
      assertHeard(await knock(w, name, door, player, asked), door, expected, `${name} by hold token, ${owner}`)
    }
  }
})

Matrix('[ACCESS-1] a mail’s link opens its booking’s pages, and no others', async (w) => {
  const { signer } = w.as().services
  for (const [name, door] of Object.entries(DOORS).filter(([, { on }]) => on === 'booking'))
    for (const owner of ['own', 'foreign'] as const) {
      const booking = await begin(w.as(someGuest()), w.kayak, 1)
      const other = await begin(w.as(someGuest()), w.kayak, 1)
      const linked = owner === 'own' ? booking : other
      const until = new Date(Date.now() + 3_600_000)
      const cookies = {
        mayago_link: signer.bookingLink(linked.id, linked.departure.localStart.slice(0, 10), until),
      }
      const player: Player = { actor: anonymous, api: cookieHeader(cookies), cookies }
      const relations: Relation[] = owner === 'own' ? ['link'] : []
      const asked = { bookingId: booking.id } as Asked
      const expected = expectedRefusal({ door, player, relations, isForeign: owner === 'foreign' })
      assertHeard(await knock(w, name, door, player, asked), door, expected, `${name} by link, ${owner}`)
    }
})

Matrix.run()
