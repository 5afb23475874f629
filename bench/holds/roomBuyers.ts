import { Client, type Room } from '@colyseus/sdk'
import { clientOf, good, oneAttempt } from '../../test/typedClient.ts'
import { issueLiveTicket } from '../../web/lib/client/index.ts'
import { summarise } from './figures.ts'

/** What the room buyers' process is told, as its one argument in JSON. */
export interface RoomAim {
  url: string
  clients: number
  /** Requests each client has under way. */
  requestsEach: number
  seconds: number
  experienceId: string
  departureId: string
  unitId: string
  /** The month every client looks at; null looks at none with departures. */
  month: string | null
}

type Answer = { ok: unknown } | { refused: { code: string } }

const aim = JSON.parse(process.argv[2] ?? '') as RoomAim
const { url, clients, requestsEach, seconds, experienceId, departureId, unitId, month } = aim

const api = clientOf(url)

const join = async (): Promise<Room> => {
  const client = new Client(url)
  client.auth.token = (await good(issueLiveTicket({ client: api, headers: oneAttempt() }))).ticket
  const room = await client.joinOrCreate('experience', { experienceId })
  room.onMessage('*', () => undefined)
  if (month !== null) room.send('watchMonth', { month })
  return room
}

const rooms: Room[] = []
while (rooms.length < clients)
  rooms.push(...(await Promise.all(Array.from({ length: Math.min(20, clients - rooms.length) }, join))))

const latencies: number[] = []
const answers: Record<string, number> = {}
const run = `${process.pid}-${Date.now().toString(36)}`
let asked = 0
const started = performance.now()
const ends = started + seconds * 1000
const buy = async (room: Room): Promise<void> => {
  while (performance.now() < ends) {
    const at = performance.now()
    const answer = await room.request<unknown, Answer>('hold', {
      key: `${run}-${asked++}`,
      departureId,
      units: [{ unitId, quantity: 1 }],
    })
    const how = 'ok' in answer ? 'granted' : answer.refused.code
    answers[how] = (answers[how] ?? 0) + 1
    if (how === 'granted') latencies.push(performance.now() - at)
  }
}
await Promise.all(rooms.flatMap((room) => Array.from({ length: requestsEach }, () => buy(room))))
const took = (performance.now() - started) / 1000
console.log(JSON.stringify(summarise(latencies, took, answers)))
process.exit()
