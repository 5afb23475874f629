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
}

/** What this process tells Prometheus (https://prometheus.io/docs/practices/naming). */
export const createMetrics = (): Metrics => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'mayago_http_request_seconds',
    help: 'Time to answer, by method and class of status',
    labelNames: ['method', 'status'],
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
  return {
    observe: (request, response, next) => {
      const end = requests.startTimer({ method: request.method ?? '' })
      response.once('close', () => end({ status: `${Math.floor(response.statusCode / 100)}xx` }))
      next()
    },
    onBatch: ({ size, failed }) => {
      batches.observe(size)
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
  }
}
