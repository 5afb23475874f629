import { randomUUID } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { z } from 'zod'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { addDays, localDateOf } from '@mayago/kernel/time.ts'
import type { Ctx } from '@mayago/core/context.ts'
import { insertRows } from '@mayago/db/queries/insertRows.ts'
import { queryRows } from '@mayago/db/sql.ts'
import { makeDepartures, type DepartureSpec, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { coreWorld, type CoreWorld } from '../../../../test/coreWorld.ts'
import { begin } from '../../../../test/paying.ts'
import { signedIn } from '../../../../test/signedIn.ts'
import type { Operation } from './operation.ts'
import { findUsersOperation, listActsOperation } from './operations/admin.ts'
import { listApiKeysOperation } from './operations/apiKeys.ts'
import { listBookingsOperation } from './operations/booking.ts'
import { listDeparturesOperation } from './operations/catalogue.ts'
import { OPERATIONS } from './operations/index.ts'
import { listSavedOperation } from './operations/saved.ts'
import { listSessionsOperation } from './operations/sessions.ts'
import { listDeliveriesOperation, listWebhooksOperation } from './operations/webhooks.ts'

interface World extends CoreWorld {
  /** An admin, of whom there is something in every list. */
  userId: string
  kayak: MadeDeparture
  webhookId: string
}
interface Listed {
  items: { id: string }[]
  nextCursor?: string | null
}
type Query = Record<string, unknown>

const callable = <Input extends z.ZodObject, Output extends z.ZodObject>(operation: Operation<Input, Output>) => ({
  operationId: operation.operationId,
  input: operation.input as z.ZodObject,
  call: async (ctx: Ctx, query: Query): Promise<Listed> =>
    (await operation.useCase(ctx, operation.input.parse(query))) as unknown as Listed,
})

interface Sorted extends ReturnType<typeof callable> {
  /** What is in the list, by the columns that its sorts name. */
  from: string
  columns: Record<string, string>
  query?(w: World): Query
  id?: string
}

const LISTS: Sorted[] = [
  {
    ...callable(listDeparturesOperation),
    from: `departures where $1::uuid is not null and experience_id =
      (select experience_id from departures group by experience_id having count(*) > 1)`,
    columns: { startsAt: 'starts_at' },
    query: ({ kayak: { experienceId } }) => ({ experienceId, from: day(0), to: day(20) }),
  },
  {
    ...callable(listBookingsOperation),
    from: 'bookings where user_id = $1',
    columns: { createdAt: 'created_at', startsAt: '(select starts_at from departures d where d.id = departure_id)' },
  },
  {
    ...callable(listSavedOperation),
    from: `saved_experiences where owner = 'u:' || $1`,
    id: 'experience_id',
    columns: { savedAt: 'saved_at' },
  },
  {
    ...callable(listSessionsOperation),
    from: 'sessions where user_id = $1',
    columns: { createdAt: 'created_at', lastUsedAt: 'last_used_at' },
  },
  {
    ...callable(listApiKeysOperation),
    from: 'api_keys where user_id = $1',
    columns: { createdAt: 'created_at', name: 'plain_text(lower(name))' },
  },
  {
    ...callable(listWebhooksOperation),
    from: 'webhook_endpoints where user_id = $1',
    columns: { createdAt: 'created_at' },
  },
  {
    ...callable(listDeliveriesOperation),
    from: 'webhook_deliveries where $1::uuid is not null',
    columns: { createdAt: 'created_at' },
    query: ({ webhookId }) => ({ webhookId }),
  },
  { ...callable(findUsersOperation), from: 'users where $1::uuid is not null', columns: { createdAt: 'created_at' } },
  {
    ...callable(listActsOperation),
    from: `audit_acts where subject = 'user:' || $1`,
    columns: { at: 'at' },
    query: ({ userId }) => ({ subject: `user:${userId}` }),
  },
]

const ROWS = 8
const day = (n: number): string => addDays(localDateOf(new Date(), 'UTC'), 30 + n)
/** Three moments for all of them, a microsecond apart: many are equal, and milliseconds would not tell them apart. */
const moment = (n: number): string => `2026-11-01T12:00:00.00000${n % 3}Z`
const many = <Row>(make: (n: number) => Row): Row[] => Array.from({ length: ROWS }, (_, n) => make(n))

const Sorting = suite<World>('sort= of every list')
Sorting.before(async (w) => {
  Object.assign(w, await coreWorld(), { userId: randomUUID() })
  const { userId, em } = w
  const user = (id: string, n: number) => ({
    id,
    email: `${id}@example.com`,
    name: 'Luz',
    role: 'admin',
    created_at: moment(n),
  })
  await insertRows(em, 'users', [user(userId, 0), ...many((n) => user(randomUUID(), n))])
  const { kayak } = await makeDepartures(w, { kayak: { localStart: `${day(0)}T09:00`, capacity: 90 } })
  const days: Record<string, DepartureSpec> = Object.fromEntries(
    many((n) => [`day${n}`, { of: kayak, localStart: `${day(n + 1)}T09:00`, capacity: 90 } as const]),
  )
  const departures = Object.values(await makeDepartures(w, days))
  Object.assign(w, { kayak, webhookId: randomUUID() })
  for (const n of many((n) => n % 3)) await begin(w.as(signedIn(userId)), departures[n] as MadeDeparture, 1)
  const booked = await queryRows<{ id: string }>(em, 'select id from bookings')
  for (const [n, { id }] of booked.entries())
    await queryRows(em, 'update bookings set created_at = $2 where id = $1', [id, moment(n)])
  const others = Object.values(await makeDepartures(w, Object.fromEntries(many((n) => [`saved${n}`, {}]))))
  const hook = (id: string, n: number) => ({
    id,
    user_id: userId,
    url: 'https://1.1.1.1/',
    secret_sealed: 'x',
    events: ['booking.confirmed'],
    created_at: moment(n),
  })
  const rows: Record<string, object[]> = {
    saved_experiences: others.map(({ experienceId }, n) => ({
      owner: `u:${userId}`,
      experience_id: experienceId,
      saved_at: moment(n),
    })),
    sessions: many((n) => ({
      id: randomUUID(),
      user_id: userId,
      channel: 'api',
      device: '',
      created_at: moment(n),
      signed_in_at: moment(n),
      last_used_at: moment(n * 2),
      expires_at: '2099-01-01T00:00:00Z',
    })),
    api_keys: many((n) => ({
      id: randomUUID(),
      user_id: userId,
      name: ['Shop', 'bazaar', 'Kiosk'][n % 3],
      prefix: `abcdefghijk${n}`,
      hash: `\\x${'00'.repeat(32)}`,
      scopes: ['catalog.read'],
      created_at: moment(n),
    })),
    webhook_endpoints: [hook(w.webhookId, 0), ...many((n) => hook(randomUUID(), n))],
    webhook_deliveries: many((n) => ({
      id: randomUUID(),
      endpoint_id: w.webhookId,
      event_id: `event-${n}`,
      event_type: 'webhook.tested',
      payload: { type: 'webhook.tested', timestamp: moment(n), data: {} },
      created_at: moment(n),
      next_attempt_at: moment(n),
    })),
    audit_acts: many((n) => ({
      id: randomUUID(),
      at: moment(n),
      actor: { kind: 'system', job: 'test' },
      action: 'user.viewed',
      subject: `user:${userId}`,
      request_id: 'test',
    })),
  }
  for (const [table, made] of Object.entries(rows)) await insertRows(em, table, made as Record<string, unknown>[])
})
Sorting.after((w) => w.drop())

const asked = (w: World, list: Sorted): [ctx: Ctx, query: Query] => [
  w.as(signedIn(w.userId, { role: 'admin' })),
  list.query?.(w) ?? {},
]
const isPaged = ({ input }: Sorted): boolean => 'limit' in input.shape
const sortsOf = ({ input }: Sorted): string[] => {
  const [issue] = (input.shape['sort'] as z.ZodType).safeParse('unheard-of').error?.issues ?? []
  return issue?.code === 'invalid_value' ? issue.values.map(String) : []
}

Sorting('is in the table below for every list that has it', () => {
  const sorted = OPERATIONS.filter(({ input }) => 'sort' in input.shape).map(({ operationId }) => operationId)
  assert.equal([...LISTS.map(({ operationId }) => operationId), 'listExperiences'].sort(), sorted.sort())
  for (const list of LISTS) assert.ok(sortsOf(list).length >= 2, list.operationId)
})

for (const list of LISTS)
  Sorting(
    `${list.operationId}: the pages of each order are the whole list, equals among them, none twice`,
    async (w) => {
      const [ctx, query] = asked(w, list)
      for (const sort of sortsOf(list)) {
        const [column, way] = [list.columns[sort.replace('-', '')], sort.startsWith('-') ? 'desc' : 'asc']
        const id = list.id ?? 'id'
        const rows = await queryRows<{ id: string }>(
          w.em,
          `select ${id} as id from ${list.from} order by ${column} ${way}, ${id} ${way}`,
          [w.userId],
        )
        const whole = rows.map((row) => row.id)
        assert.ok(whole.length >= ROWS, `${whole.length} in ${list.operationId}`)
        const walked: string[] = []
        let cursor: string | null | undefined
        do {
          const paging = isPaged(list) ? { limit: 3, ...(cursor ? { cursor } : {}) } : {}
          const page = await list.call(ctx, { ...query, sort, ...paging })
          walked.push(...page.items.map((item) => item.id))
          cursor = page.nextCursor
        } while (cursor)
        assert.equal(walked, whole, sort)
      }
      const ids = async (over: Query) => (await list.call(ctx, { ...query, ...over })).items.map((item) => item.id)
      assert.equal(await ids({}), await ids({ sort: sortsOf(list)[0] }), 'the first is taken unasked')
    },
  )

for (const list of LISTS.filter(isPaged))
  Sorting(`${list.operationId}: a cursor of another order, and one that nobody was given, are refused`, async (w) => {
    const [ctx, query] = asked(w, list)
    const refused = async (over: Query): Promise<string> => {
      const error = await list.call(ctx, { ...query, ...over }).catch((error: unknown) => error)
      assert.ok(isRefusal(error, 'invalid_input'), `${JSON.stringify(over)}: ${String(error)}`)
      assert.is(error.data.issues[0]?.path, 'cursor')
      return String(error.data.issues[0]?.message)
    }
    const [sort, other] = sortsOf(list)
    const { nextCursor } = await list.call(ctx, { ...query, sort, limit: 2 })
    assert.match(await refused({ sort: other, cursor: nextCursor }), `another order than sort=${other}`)
    for (const at of ['', 'foo 1', '2026-02-30 00:00:00+00', '0000-01-01 00:00:00+00', '2026-13-01T00:00', 7])
      for (const id of [w.userId, 'x']) await refused({ sort, cursor: btoa(JSON.stringify([sort, at, id])) })
    for (const parts of [[], [sort], {}, null, [sort, { at: 1 }, w.userId]])
      await refused({ sort, cursor: btoa(JSON.stringify(parts)) })
  })

Sorting('an order that a list does not have is refused by name', (w) => {
  for (const { operationId, input, query } of LISTS)
    for (const sort of ['id', '-', 'createdAt,id', '--createdAt', 'CREATEDAT']) {
      const issues = input.safeParse({ ...query?.(w), sort }).error?.issues ?? []
      assert.equal(
        issues.map(({ path }) => path),
        [['sort']],
        `${operationId} ${sort}`,
      )
    }
})

Sorting.run()
