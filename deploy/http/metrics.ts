import type { IncomingMessage } from 'node:http'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { SeatDeskParts } from '@mayago/core/booking/seatDesk.ts'
import type { Handler } from './createListener.ts'

export interface Metrics {
  /** Counts and times every request; goes before all other handlers. */
  observe: Handler
  onBatch: NonNullable<SeatDeskParts['onBatch']>
  /** A number that is read when it is asked for. */
  gauge(name: string, help: string, read: () => number): void
  /** Answers `/metrics`, for the internal port. */
  handle: Handler
  /** The same as text. */
  text(): Promise<string>
}

/** What this process tells Prometheus (https://prometheus.io/docs/practices/naming). */
export const createMetrics = (): Metrics => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'mayago_http_request_seconds',
    help: 'Time to answer, by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  const batches = new Histogram({
    name: 'mayago_seat_desk_batch_size',
    help: 'Requests decided in one commit',
    buckets: [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000],
    registers: [registry],
  })
  const failures = new Counter({
    name: 'mayago_seat_desk_failed_batches_total',
    help: 'Batches that failed as a whole',
    registers: [registry],
  })
  const answers = new Counter({
    name: 'mayago_seat_desk_answers_total',
    help: 'Holds, extensions and releases decided: granted, or the code of the refusal',
    labelNames: ['outcome'],
    registers: [registry],
  })
  return {
    observe: (request, response, next) => {
      const end = requests.startTimer({ method: methodOf(request) })
      response.once('close', () => end({ route: routeOf(request), status: response.statusCode }))
      next()
    },
    onBatch: ({ size, outcomes, failed }) => {
      batches.observe(size)
      for (const outcome of outcomes) answers.inc({ outcome: 'answer' in outcome ? 'granted' : outcome.refusal.code })
      if (failed !== null) failures.inc()
    },
    gauge: (name, help, read) => {
      new Gauge({
        name,
        help,
        registers: [registry],
        collect() {
          this.set(read())
        },
      })
    },
    handle: (request, response, next) => {
      if (request.url !== '/metrics') return next()
      void registry
        .metrics()
        .then((text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text))
    },
    text: () => registry.metrics(),
  }
}

/** SvelteKit's route, which our hook writes on the request: few and without ids. What no page answered has none. */
const routeOf = (request: IncomingMessage & { route?: unknown }): string =>
  typeof request.route === 'string' ? request.route : ''

/** A label's values must be few, and a method is the client's to invent. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const methodOf = ({ method = '' }: IncomingMessage): string => (METHODS.has(method) ? method : 'other')
