import { Agent, request } from 'node:http'
import { summarise, type Figure } from '../holds/figures.ts'
import { seededRandom } from '@mayago/kernel/random.ts'

/** What the load process is told, as its one argument in JSON. */
export interface Aim {
  url: string
  seconds: number
  seed: number
  holds: { path: string; perSecond: number; body: string }
  /** Attempts to sign in; every second one has the right password. */
  signIns: { perSecond: number; emails: readonly string[]; password: string }
}

export interface Both {
  holds: Figure
  /** Of attempts that succeeded; `answers` has all. */
  signIns: Figure
  /** Refusals for want of room that did not say when to come back. */
  without: number
}

interface Answer {
  status: number
  retryAfter: string | null
}

// Two open loops in a process of their own: requests come when they are due, at random intervals, whether or not earlier
// ones are answered, and each is timed from the moment it was due.
const { url, seconds, seed, holds, signIns } = JSON.parse(process.argv[2] ?? '') as Aim
const agent = new Agent({ keepAlive: true, maxSockets: Infinity })
const run = `${process.pid}-${Date.now().toString(36)}`

const post = (path: string, key: string, body: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'idempotency-key': `${run}-${key}`,
    }
    const sent = request(`${url}${path}`, { method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] ?? null }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })

/** Sends what `ask` asks, so many a second; answers what came of it. `counts` says whose latencies are told. */
const openLoop = async (
  perSecond: number,
  chanceSeed: number,
  counts: number,
  ask: (n: number) => Promise<Answer>,
): Promise<{ figure: Figure; without: number }> => {
  const random = seededRandom(chanceSeed)
  const latencies: number[] = []
  const answers: Record<string, number> = {}
  let without = 0
  const underWay: Promise<void>[] = []
  const started = performance.now()
  let due = started
  for (let n = 0; perSecond > 0 && due < started + seconds * 1000; n++) {
    const wait = due - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    const at = due
    const one = async (): Promise<void> => {
      const { status, retryAfter } = await ask(n).catch(() => ({ status: 0, retryAfter: null }))
      const name = status === 0 ? 'broken' : String(status)
      answers[name] = (answers[name] ?? 0) + 1
      if (status === counts) latencies.push(performance.now() - at)
      if (status === 429 && retryAfter === null) without += 1
    }
    underWay.push(one())
    due += (-Math.log(1 - random.next()) * 1000) / perSecond
  }
  await Promise.all(underWay)
  return { figure: summarise(latencies, seconds, answers), without }
}

const signInBody = (n: number): string =>
  JSON.stringify({
    email: signIns.emails[n % signIns.emails.length],
    password: n % 2 === 0 ? signIns.password : `not ${signIns.password}`,
  })

const [held, signedIn] = await Promise.all([
  openLoop(holds.perSecond, seed, 201, (n) => post(holds.path, `h${n}`, holds.body)),
  openLoop(signIns.perSecond, seed + 1, 200, (n) => post('/api/v1/auth/sign-in', `s${n}`, signInBody(n))),
])
const both: Both = {
  holds: held.figure,
  signIns: signedIn.figure,
  without: held.without + signedIn.without,
}
console.log(JSON.stringify(both))
