import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { queryRow, queryRows, toDate } from '../sql.ts'
import { keysetSql } from './keyset.ts'
import { createParams } from './params.ts'
import {
  departureFrameColumns,
  departureFrameJoins,
  toDepartureFrame,
  vacanciesColumn,
  type DepartureFrameRow,
} from './vacancies.ts'

export interface DepartureViewRow extends DepartureFrameRow {
  time_zone: string
  ends_at: string
  bookable: boolean
}

/** A departure `d` as REST and pages show it; needs `departureFrameJoins`. */
export const departureViewColumns = `${departureFrameColumns}, d.time_zone, d.ends_at,
  (d.status = 'open' and d.cutoff_at > seat_clock.at and (d.capacity is null or ${vacanciesColumn} > 0)) as bookable`

/** An experience's departures from one local day to another, both included, in the order of their starts. */
export const findDepartures = (
  em: SqlEntityManager,
  asked: {
    experienceId: string
    from: string
    to: string
    descending: boolean
    after: { localStart: string; id: string } | null
    limit: number
  },
): Promise<DepartureViewRow[]> => {
  const params = createParams([asked.experienceId, asked.from, asked.to])
  const after = asked.after && [asked.after.localStart.slice(0, 10), asked.after.localStart, asked.after.id]
  const page = keysetSql(BY_START, { ...asked, after }, params)
  return queryRows<DepartureViewRow>(
    em,
    `select ${departureViewColumns} from departures d ${departureFrameJoins}
     where d.experience_id = $1 and d.local_date between $2 and $3 and ${page.where} ${page.order}`,
    params.values,
  )
}

const BY_START = [
  ['d.local_date', 'date'],
  ['d.local_start', 'timestamp'],
  ['d.id', 'uuid'],
] as const

/** One departure of a published experience. */
export const findDeparture = (em: SqlEntityManager, departureId: string): Promise<DepartureViewRow | null> =>
  queryRow<DepartureViewRow>(
    em,
    `select ${departureViewColumns} from departures d ${departureFrameJoins}
     join experiences e on e.id = d.experience_id
     where d.id = $1 and e.status = 'published'`,
    [departureId],
  )

/** What rooms show: the departures of several experiences from one local day to another, both included. */
export const findDepartureFrames = (
  em: SqlEntityManager,
  asked: { experienceIds: readonly string[]; from: string; to: string },
): Promise<DepartureFrameRow[]> =>
  queryRows<DepartureFrameRow>(
    em,
    `select ${departureFrameColumns} from departures d ${departureFrameJoins}
     join experiences e on e.id = d.experience_id
     where d.experience_id = any($1::uuid[]) and e.id = any($1::uuid[]) and d.local_date between $2 and $3
       and e.status = 'published'
     order by d.experience_id, d.local_date, d.local_start`,
    [asked.experienceIds, asked.from, asked.to],
  )

/** The first departure starting after an instant that still has so many seats. */
export const findNextFree = (
  em: SqlEntityManager,
  asked: { experienceId: string; seats: number; after: Date; fromDate: string },
): Promise<DepartureViewRow | null> =>
  queryRow<DepartureViewRow>(
    em,
    `select ${departureViewColumns} from departures d ${departureFrameJoins}
     where d.experience_id = $1 and d.local_date >= $4 and d.starts_at > $3
       and d.status = 'open' and d.cutoff_at > seat_clock.at and (d.capacity is null or ${vacanciesColumn} >= $2::int)
     order by d.local_date, d.local_start, d.id limit 1`,
    [asked.experienceId, asked.seats, asked.after, asked.fromDate],
  )

/** The published experience that departures are asked of, with its zone. */
export const findExperienceZone = (em: SqlEntityManager, experienceId: string) =>
  queryRow<{ time_zone: string }>(em, `select time_zone from experiences where id = $1 and status = 'published'`, [
    experienceId,
  ])

/** A row of `departureViewColumns` in the shape that REST and pages show. */
export const toDepartureView = (row: DepartureViewRow) => {
  const { departureId, nextLapseAt: _, ...frame } = toDepartureFrame(row)
  return {
    id: departureId,
    ...frame,
    timeZone: row.time_zone,
    endsAt: toDate(row.ends_at).toISOString(),
    bookable: row.bookable,
  }
}
