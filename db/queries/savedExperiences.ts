import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { queryRow, queryRows } from '../sql.ts'
import {
  experienceCardColumns,
  experienceTextJoins,
  nextColumn,
  nextDepartureJoins,
  type ExperienceCardRow,
  type NextRow,
} from './experienceCards.ts'

export interface SavedRow extends ExperienceCardRow, NextRow {
  saved_at: string
}

/** What an owner has saved and is still published, the latest first, after the one saved at `after`. */
export const findSaved = (
  em: SqlEntityManager,
  asked: { owner: string; locale: string; after: { savedAt: string; id: string } | null; limit: number },
): Promise<SavedRow[]> =>
  queryRows<SavedRow>(
    em,
    `with page as materialized (
       select s.experience_id, s.saved_at from saved_experiences s
         join experiences e on e.id = s.experience_id and e.status = 'published'
       where s.owner = $1
         and ($3::timestamptz is null or (s.saved_at, s.experience_id) < ($3::timestamptz, $4::uuid))
       order by s.saved_at desc, s.experience_id desc limit $5)
     select ${experienceCardColumns}, ${nextColumn}, page.saved_at::text as saved_at
     from page join experiences e on e.id = page.experience_id ${experienceTextJoins('$2')} ${nextDepartureJoins('1', null)}
     order by page.saved_at desc, page.experience_id desc`,
    [asked.owner, asked.locale, asked.after?.savedAt ?? null, asked.after?.id ?? null, asked.limit],
  )

/** Saves a published experience, or finds that it was; what is beyond the newest `max` makes room. Null for an unknown one. */
export const insertSaved = async (
  em: SqlEntityManager,
  { owner, experienceId, max }: { owner: string; experienceId: string; max: number },
): Promise<string | null> => {
  const row = await queryRow<{ saved_at: string }>(
    em,
    `insert into saved_experiences (owner, experience_id)
       select $1, id from experiences where id = $2 and status = 'published'
     on conflict (owner, experience_id) do update set saved_at = saved_experiences.saved_at
     returning saved_at::text as saved_at`,
    [owner, experienceId],
  )
  if (row === null) return null
  await queryRows(
    em,
    `delete from saved_experiences where owner = $1 and experience_id in (
       select experience_id from saved_experiences where owner = $1
       order by saved_at desc, experience_id desc offset $2)`,
    [owner, max],
  )
  return row.saved_at
}

/** Hands a guest's saved experiences to an account. */
export const moveSaved = async (em: SqlEntityManager, from: string, to: string): Promise<number> => {
  const row = await queryRow<{ moved: number }>(
    em,
    `with taken as (delete from saved_experiences where owner = $1 returning experience_id, saved_at),
     kept as (
       insert into saved_experiences (owner, experience_id, saved_at) select $2, experience_id, saved_at from taken
       on conflict do nothing returning 1)
     select count(*)::int as moved from kept`,
    [from, to],
  )
  return row?.moved ?? 0
}
