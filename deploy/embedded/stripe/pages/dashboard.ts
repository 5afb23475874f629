import { asOfNow } from '../movements.ts'
import { noSuch } from '../stripeError.ts'
import { formatAmount, formatMs, formatSeconds } from './format.ts'
import { html, type Html } from './html.ts'
import type { HandlePage } from './handlePages.ts'
import { sendPage } from './page.ts'

const ROWS_MAX = 50
/** Events have a table of their own; a link's id is what opens it. */
const UNSHOWN = ['event', 'account_link']

interface Kind {
  kind: string
  count: string
}

interface Row {
  id: string
  kind: string
  account: string
  created: string
  status: string | null
  amount: string | null
  currency: string | null
}
interface EventRow {
  id: string
  type: string
  created: string
  about: string
  state: string | null
  attempts: number | null
  last_answer: string | null
  due_ms: string | null
}

/** What there is, newest first, and how each event fares. */
export const showDashboard: HandlePage = async (sandbox, _req, res, url) => {
  const wanted = url.searchParams.get('kind')
  const { rows: kinds } = await sandbox.pool.query<Kind>(
    `SELECT kind, count(*) AS count FROM stripe_sandbox.objects
      WHERE kind <> ALL ($1) GROUP BY kind ORDER BY kind`,
    [UNSHOWN],
  )
  const { rows } = await sandbox.pool.query<Row>(
    `SELECT id, kind, account, created, CASE WHEN (data ->> 'available_on')::bigint <= $3 THEN 'available'
                 ELSE coalesce(data ->> 'status', data #>> '{requirements,disabled_reason}') END AS status, coalesce(data ->> 'amount', data ->> 'amount_total') AS amount,
            data ->> 'currency' AS currency
       FROM stripe_sandbox.objects
      WHERE kind <> ALL ($1) AND ($2::text IS NULL OR kind = $2) ORDER BY seq DESC LIMIT ${ROWS_MAX}`,
    [UNSHOWN, wanted, Math.floor(sandbox.clock.now().getTime() / 1000)],
  )
  const { rows: events } = await sandbox.pool.query<EventRow>(
    `SELECT e.id, e.data ->> 'type' AS type, e.created, e.data #>> '{data,object,id}' AS about,
            d.state, d.attempts, d.last_answer, d.due_ms
       FROM stripe_sandbox.objects e LEFT JOIN stripe_sandbox.deliveries d ON d.event_id = e.id
      WHERE e.kind = 'event' ORDER BY e.seq DESC LIMIT ${ROWS_MAX}`,
  )
  const link = (id: string): Html => html`<a href="${sandbox.basePath}/objects/${id}">${id.slice(0, 28)}</a>`
  sendPage(res, sandbox.basePath, {
    title: 'Payments sandbox',
    look: 'desk',
    body: html`<main class="desk">
      <p class="sandbox">No real card, no real money</p>
      <h1>Payments sandbox</h1>
      <p>It is <a href="${sandbox.basePath}/clock">${formatMs(sandbox.clock.now().getTime())}</a> here.</p>
      <p><a href="${sandbox.basePath}/faults">What goes wrong with webhooks</a></p>
      <h2 id="objects">Objects</h2>
      <nav class="kinds" aria-label="Kinds of objects">
        ${kindLink(sandbox.basePath, null, 'all', wanted)}
        ${kinds.map(({ kind, count }) => kindLink(sandbox.basePath, kind, `${kind.replaceAll('_', ' ')} (${count})`, wanted))}
      </nav>
      <table aria-labelledby="objects">
        <thead>
          <tr>
            <th>Id</th>
            <th>Kind</th>
            <th>Account</th>
            <th>State</th>
            <th class="number">Amount</th>
            <th>Made</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => objectRow(row, link(row.id), row.account === '' ? null : link(row.account)))}
        </tbody>
      </table>
      <h2 id="events">Events</h2>
      <table aria-labelledby="events">
        <thead>
          <tr>
            <th>Event</th>
            <th>Type</th>
            <th>About</th>
            <th>Webhook</th>
            <th>Made</th>
          </tr>
        </thead>
        <tbody>
          ${events.map((event) => eventRow(event, link(event.id), link(event.about)))}
        </tbody>
      </table>
    </main>`,
  })
}

const kindLink = (basePath: string, kind: string | null, label: string, wanted: string | null): Html =>
  html`<a href="${basePath}/${kind === null ? '' : `?kind=${kind}`}" ${kind === wanted && html` aria-current="page"`}
    >${label}</a
  > `

const objectRow = (row: Row, id: Html, account: Html | null): Html =>
  html`<tr>
    <td>${id}</td>
    <td>${row.kind}</td>
    <td>${account}</td>
    <td>${row.status ?? ''}</td>
    <td class="number">
      ${row.amount === null || row.currency === null ? '' : formatAmount(Number(row.amount), row.currency)}
    </td>
    <td>${formatSeconds(Number(row.created))}</td>
  </tr>`

const eventRow = (event: EventRow, id: Html, about: Html): Html =>
  html`<tr>
    <td>${id}</td>
    <td>${event.type}</td>
    <td>${about}</td>
    <td>${deliveryText(event)}</td>
    <td>${formatSeconds(Number(event.created))}</td>
  </tr>`

const deliveryText = ({ state, attempts, last_answer, due_ms }: EventRow): string => {
  if (state === null) return 'not sent'
  if (state === 'delivered') return `delivered (${last_answer}, attempt ${attempts})`
  if (state === 'given_up') return `given up after ${attempts} attempts (${last_answer})`
  return attempts === 0
    ? 'waiting'
    : `waiting until ${formatMs(Number(due_ms))} (${last_answer ?? 'sending'}, attempt ${attempts})`
}

/** One object, as the API shows it. */
export const showObject: HandlePage = async (sandbox, _req, res, _url, id) => {
  const { rows } = await sandbox.pool.query<{ kind: string; data: unknown }>(
    'SELECT kind, data FROM stripe_sandbox.objects WHERE id = $1',
    [id],
  )
  const [row] = rows
  if (row === undefined) throw noSuch('object', id)
  sendPage(res, sandbox.basePath, {
    title: id,
    look: 'desk',
    body: html`<main class="desk">
      <p class="sandbox"><a href="${sandbox.basePath}/">Payments sandbox</a></p>
      <h1>${row.kind}</h1>
      <pre>${JSON.stringify(asOfNow({ nowMs: sandbox.clock.now().getTime() }, row.data), null, 2)}</pre>
    </main>`,
  })
}
