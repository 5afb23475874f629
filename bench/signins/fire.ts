import { Agent, request } from 'node:http'
import { summarise, type Figure } from '../holds/figures.ts'
import type { Prepared } from '../prepared.ts'
import { seededRandom } from '@mayago/kernel/random.ts'

/** What the load process is told, as its one argument in JSON. */
export interface Aim {
  seconds: number
  seed: number
  holds: Load
  /** Attempts to sign in. */
  signIns: Load
}

interface Load {
  perSecond: number
  /** Sent in turn, over and over. */
  sent: readonly Prepared[]
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
const { seconds, seed, holds, signIns } = JSON.parse(process.argv[2] ?? '') as Aim
const agent = new Agent({ keepAlive: true, maxSockets: Infinity })
const run = `${process.pid}-${Date.now().toString(36)}`

const post = ({ url, body }: Prepared, key: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'idempotency-key': `${run}-${key}`,
    }
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] ?? null }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })

/** Sends a load; answers what came of it. `counts` says whose latencies are told. */
const openLoop = async (
  { perSecond, sent }: Load,
  name: string,
  chanceSeed: number,
  counts: number,
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
      const { status, retryAfter } = await post(sent[n % sent.length] as Prepared, `${name}${n}`).catch(() => ({
        status: 0,
        retryAfter: null,
      }))
      const how = status === 0 ? 'broken' : String(status)
      answers[how] = (answers[how] ?? 0) + 1
      if (status === counts) latencies.push(performance.now() - at)
      if (status === 429 && retryAfter === null) without += 1
    }
    underWay.push(one())
    due += (-Math.log(1 - random.next()) * 1000) / perSecond
  }
  await Promise.all(underWay)
  return { figure: summarise(latencies, seconds, answers), without }
}

const [held, signedIn] = await Promise.all([openLoop(holds, 'h', seed, 201), openLoop(signIns, 's', seed + 1, 200)])
const both: Both = {
  holds: held.figure,
  signIns: signedIn.figure,
  without: held.without + signedIn.without,
}
console.log(JSON.stringify(both))
