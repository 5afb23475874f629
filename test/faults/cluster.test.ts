import type { Room } from '@colyseus/sdk'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { verifySeats } from '@mayago/core/booking/index.ts'
import { freshDatabase, type FreshDatabase } from '@mayago/db/testing/freshDatabase.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { keepJoined } from '../../web/lib/live/keepJoined.ts'
import { apiClient } from '../apiClient.ts'
import { until } from '../until.ts'
import { startCluster, type Cluster } from './cluster.ts'

interface World {
  database: FreshDatabase
  cluster: Cluster
  tour: MadeDeparture
  screens: Screen[]
}

/** A page somebody looks at: it joins, and joins again, by the pages' own rules. */
interface Screen {
  room(): Room | undefined
  joinedTimes(): number
  shown(): { vacancies: number; version: number; live: boolean } | undefined
  versions: number[]
  close(): void
}

const database = await freshDatabase()
const cluster = await startCluster(database.url)
const Several = suite<World>('several processes behind one address')

Several.before((w) => void Object.assign(w, { database, cluster, screens: [] }))
Several.before.each(async (w) => {
  w.tour = (await makeDepartures(w.database, { tour: { capacity: 20 } })).tour
  w.screens = [w.cluster.address.url, ...w.cluster.realtime.map(({ url }) => url)].map((url) => open(w, url))
  await until('all screens are live', () => w.screens.every((screen) => screen.shown()?.live), 15_000)
})
Several.after.each((w) => {
  for (const screen of w.screens) screen.close()
})

const api = (w: World) => apiClient(w.cluster.address.url)

const open = (w: World, endpoint: string): Screen => {
  const { departureId, experienceId, localStart } = w.tour
  let room: Room | undefined
  let joined = 0
  const shown: Screen['shown'] = () => {
    const state = room?.state as unknown as
      { live: boolean; departures?: Map<string, { vacancies: number; version: number }> } | undefined
    const departure = state?.departures?.get(departureId)
    return departure && { vacancies: departure.vacancies, version: departure.version, live: state?.live === true }
  }
  const versions: number[] = []
  const close = keepJoined({
    endpoint,
    room: 'experience',
    options: { experienceId },
    begin: () => Promise.resolve(),
    ticket: async () => String((await api(w).post('/live/tickets', {})).body['ticket']),
    onAway: () => undefined,
    onJoined: (fresh) => {
      room = fresh
      joined += 1
      fresh.onStateChange(() => {
        const version = shown()?.version
        if (version !== undefined) versions.push(version)
      })
      fresh.send('watchMonth', { month: localStart.slice(0, 7) })
    },
  })
  return { room: () => room, joinedTimes: () => joined, shown, versions, close }
}

const hold = async (w: World, quantity = 1): Promise<{ id: string; holdToken: string }> => {
  const { departureId, units } = w.tour
  const held = await api(w).post(`/departures/${departureId}/holds`, { units: [{ unitId: units.adult, quantity }] })
  assert.is(held.status, 201, held.text)
  return held.body as unknown as { id: string; holdToken: string }
}

/** From hold to ticket, through whichever processes the requests meet. */
const book = async (w: World): Promise<void> => {
  const { id: holdId, holdToken } = await hold(w)
  const contact = { name: 'Ana Peña', email: 'ana@example.com' }
  const begun = await api(w).post('/bookings', { holdId, contact }, { holdToken })
  assert.is(begun.status, 201, begun.text)
  const { clientSecret, publishableKey } = begun.body['payment'] as { clientSecret: string; publishableKey: string }
  const [intentId] = clientSecret.split('_secret_')
  const paid = await fetch(`${w.cluster.stripeUrl}/_stripe/v1/payment_intents/${intentId}/confirm`, {
    method: 'POST',
    headers: { authorization: `Bearer ${publishableKey}` },
    body: new URLSearchParams({
      client_secret: clientSecret,
      payment_method: 'pm_card_visa',
      return_url: `${w.cluster.address.url}/back`,
    }),
  })
  assert.is(paid.status, 200, await paid.text())
  const { id } = begun.body as unknown as { id: string }
  await until(
    'the booking is confirmed',
    async () => (await api(w).get(`/bookings/${id}`, { holdToken })).body['state'] === 'confirmed',
    15_000,
  )
}

const allShow = (w: World, vacancies: number, withinMs: number): Promise<unknown> =>
  until(
    `all screens show ${vacancies}: ${JSON.stringify(w.screens.map((screen) => screen.shown()))}`,
    () => w.screens.every((screen) => screen.shown()?.vacancies === vacancies),
    withinMs,
  )

const nobodySawAnOlderNumber = ({ screens }: World): void => {
  for (const { versions } of screens)
    assert.equal(
      versions,
      [...versions].sort((a, b) => a - b),
    )
}

const asRead = async (w: World, url: string): Promise<number | undefined> => {
  const { experienceId, departureId, localStart } = w.tour
  const day = localStart.slice(0, 10)
  const { body } = await apiClient(url).get(`/experiences/${experienceId}/departures?from=${day}&to=${day}`)
  const items = body['items'] as { id: string; vacancies: number }[]
  return items.find((item) => item.id === departureId)?.vacancies
}

Several('[LIVE-1] two pages processes sell, two rooms processes show it within a second', async (w) => {
  for (let left = 19; left >= 14; left--) {
    await hold(w)
    await allShow(w, left, 1_000)
    assert.equal(await Promise.all(w.cluster.web.map(({ url }) => asRead(w, url))), [left, left])
  }
  await book(w)
  await allShow(w, 13, 1_000)
  for (const { url } of w.cluster.web) assert.ok((w.cluster.address.answered.get(url) ?? 0) > 0, `${url} took part`)
  nobodySawAnOlderNumber(w)
})

Several('[LIVE-2] NATS stopped: booking goes on, screens say that they are not live, and catch up', async (w) => {
  await w.cluster.nats.kill()
  await until('every screen says so', () => w.screens.every((screen) => screen.shown()?.live === false), 10_000)
  await hold(w, 2)
  await book(w)
  await w.cluster.nats.restart()
  await until('every screen is live again', () => w.screens.every((screen) => screen.shown()?.live), 15_000)
  await allShow(w, 17, 1_000)
  nobodySawAnOlderNumber(w)
})

Several('[LIVE-2] Redis stopped: booking goes on, and new screens join once it is back', async (w) => {
  await w.cluster.redis.kill()
  await hold(w, 3)
  await book(w)
  await allShow(w, 16, 1_000)
  const late = open(w, w.cluster.address.url)
  w.screens.push(late)
  await w.cluster.redis.restart()
  await until('who came meanwhile is let in', () => late.shown()?.vacancies === 16, 15_000)
})

Several('[LIVE-2] a realtime process killed: its screens come back at the other and catch up', async (w) => {
  const [first] = w.cluster.realtime
  const [screen] = w.screens as [Screen]
  const joined = screen.joinedTimes()
  await first?.kill()
  w.screens.splice(1, 1)[0]?.close()
  await hold(w, 4)
  await until('it has joined again', () => screen.joinedTimes() > joined && screen.shown()?.live, 15_000)
  await allShow(w, 16, 1_000)
  await hold(w)
  await allShow(w, 15, 1_000)
  w.cluster.realtime.shift()
})

Several('[SEAT-1] counters equal rows after all of it', async (w) => {
  assert.equal(await verifySeats({ em: w.database.em.fork() }), [])
})

Several.after(async (w) => {
  await w.cluster.stop()
  await w.database.drop()
})

if (cluster !== null) Several.run()
else await database.drop()
