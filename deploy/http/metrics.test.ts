import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { BatchFailed } from '@mayago/core/booking/deskBatch.ts'
import { refuse } from '@mayago/kernel/errors.ts'
import { createListener, type Handler } from './createListener.ts'
import { createMetrics } from './metrics.ts'

const Metrics = suite('metrics')

/** Serves a page that names its route, as our pages do; answers how to ask and how to stop. */
const serve = async () => {
  const metrics = createMetrics()
  const page: Handler = (request, response) => {
    if (request.url !== '/nowhere') Object.assign(request, { route: '/api/v1/bookings/[bookingId]' })
    response.writeHead(request.url === '/api/v1/bookings/1' ? 200 : 404).end()
  }
  const server = createServer(createListener([metrics.handle, metrics.observe, page], 0))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const read = async () => (await fetch(`${url}/metrics`)).text()
  return { metrics, url, read, stop: () => (server.closeAllConnections(), server.close()) }
}

Metrics('requests are counted by route and status, never by address', async () => {
  const { url, read, stop } = await serve()
  for (const path of ['/api/v1/bookings/1', '/api/v1/bookings/1', '/api/v1/bookings/2', '/nowhere'])
    await (await fetch(url + path)).text()
  await (await fetch(`${url}/api/v1/bookings/1`, { method: 'PROPFIND' })).text()
  const text = await read()
  const count = (method: string, route: string, status: number) =>
    new RegExp(
      `^mayago_http_request_seconds_count\\{method="${method}",route="${route}",status="${status}"\\} (\\d+)$`,
      'm',
    ).exec(text)?.[1]
  const route = '/api/v1/bookings/\\[bookingId\\]'
  assert.equal(
    [count('GET', route, 200), count('GET', route, 404), count('GET', '', 404), count('other', route, 200)],
    ['2', '1', '1', '1'],
  )
  assert.not.match(text, 'bookings/1')
  stop()
})

Metrics('holds are counted as granted or by their refusal; a batch by its size', async () => {
  const { metrics, read, stop } = await serve()
  const answer = { answer: {} as never }
  const full = { refusal: refuse('not_enough_vacancies', { requested: 2, vacancies: 1 }) }
  metrics.onBatch({ size: 3, outcomes: [answer, full, answer], failed: null })
  metrics.onBatch({ size: 2, outcomes: [], failed: new BatchFailed(new Error('gone'), 'connecting') })
  const text = await read()
  assert.match(text, 'mayago_seat_desk_answers_total{outcome="granted"} 2')
  assert.match(text, 'mayago_seat_desk_answers_total{outcome="not_enough_vacancies"} 1')
  assert.match(text, 'mayago_seat_desk_batch_size_sum 5')
  assert.match(text, 'mayago_seat_desk_failed_batches_total 1')
  stop()
})

Metrics('says how long the event loop is kept waiting', async () => {
  const { read, stop } = await serve()
  assert.match(await read(), 'nodejs_eventloop_lag_p99_seconds')
  stop()
})

Metrics.run()
