import type { Params } from './params.ts'
import { PLATFORM, type Call } from './store.ts'
import { noSuch, invalidRequest } from './stripeError.ts'

interface Page {
  object: 'list'
  url: string
  has_more: boolean
  data: unknown[]
}

const RANGE = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const

/**
 * A page of objects of one kind, newest first (https://docs.stripe.com/api/pagination). `filters` are fields to match;
 * `parent` is the field that holds the id in the path, where there is one.
 */
export const listObjects =
  (kind: string, path: string, filters: readonly string[] = [], parent?: string) =>
  async (call: Call, params: Params, id: string): Promise<Page> => {
    const limit = params.integer('limit') ?? 10
    if (limit < 1 || limit > 100)
      throw invalidRequest('This value must be between 1 and 100.', {
        code: 'parameter_invalid_integer',
        param: 'limit',
      })
    const after = params.text('starting_after')
    const before = params.text('ending_before')
    const matches = filters.flatMap((name) => {
      const value = params.text(name)
      return value === undefined ? [] : [[name, value] as const]
    })
    if (parent !== undefined) matches.push([parent, id])
    const created = params.below('created')
    const ranges = Object.entries(RANGE).flatMap(([name, operator]) => {
      const seconds = created?.integer(name)
      return seconds === undefined ? [] : [`AND created ${operator} ${seconds}`]
    })
    params.end()

    const edge = after ?? before
    const seq = edge === undefined ? null : await seqOf(call, kind, edge)
    const { rows } = await call.db.query<{ data: unknown }>(
      `SELECT data FROM stripe_sandbox.objects
        WHERE kind = $1 AND account = $6 AND data @> $2 ${ranges.join(' ')}
          AND ($3::bigint IS NULL OR CASE WHEN $4 THEN seq > $3 ELSE seq < $3 END)
        ORDER BY CASE WHEN $4 THEN seq END ASC, seq DESC LIMIT $5`,
      [
        kind,
        JSON.stringify(Object.fromEntries(matches)),
        seq,
        before !== undefined,
        limit + 1,
        call.account ?? PLATFORM,
      ],
    )
    const data = rows.slice(0, limit).map((row) => row.data)
    const url = `/v1/${path.replace(':id', id)}`
    return { object: 'list', url, has_more: rows.length > limit, data: before === undefined ? data : data.reverse() }
  }

const seqOf = async (call: Call, kind: string, id: string): Promise<string> => {
  const { rows } = await call.db.query<{ seq: string }>(
    'SELECT seq FROM stripe_sandbox.objects WHERE id = $1 AND kind = $2 AND account = $3',
    [id, kind, call.account ?? PLATFORM],
  )
  if (rows[0] === undefined) throw noSuch(kind, id)
  return rows[0].seq
}
