import autocannon from 'autocannon'
import type { Prepared } from '../prepared.ts'

/** What the load process is told, as its one argument in JSON. */
export interface Aim extends Prepared {
  connections: number
  seconds: number
}

export interface Hits {
  requestsPerSecond: number
  p50Ms: number
  p99Ms: number
  statuses: Record<string, number>
  /** Connections that broke, and answers that did not come within ten seconds. */
  errors: number
  timeouts: number
}

// The load in a process of its own: every request a new Idempotency-Key, no cookie.
const { url, connections, seconds, body } = JSON.parse(process.argv[2] ?? '') as Aim
const run = `${process.pid}-${Date.now().toString(36)}`
const result = await autocannon({
  url,
  connections,
  duration: seconds,
  method: 'POST',
  headers: { 'content-type': 'application/json', 'idempotency-key': `${run}-[<id>]` },
  body,
  idReplacement: true,
})
const statuses = (result as unknown as { statusCodeStats: Record<string, { count: number }> }).statusCodeStats
const hits: Hits = {
  requestsPerSecond: result.requests.total / result.duration,
  p50Ms: result.latency.p50,
  p99Ms: result.latency.p99,
  statuses: Object.fromEntries(Object.entries(statuses).map(([status, { count }]) => [status, count])),
  errors: result.errors - result.timeouts,
  timeouts: result.timeouts,
}
console.log(JSON.stringify(hits))
