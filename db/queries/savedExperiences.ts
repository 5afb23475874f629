import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { queryRow, queryRows } from '../sql.ts'
import { byInstant, keysetSql, orderSql, type Stretch } from './keyset.ts'
import { createParams } from './params.ts'
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

/** What an owner has saved and is still published, in the order of when. */
export const findSaved = (
  em: SqlEntityManager,
  asked: { owner: string; locale: string } & Stretch,
): Promise<SavedRow[]> => {
  const params = createParams([asked.owner, asked.locale])
  const page = keysetSql(byInstant('s.saved_at', 's.experience_id'), asked, params)
  return queryRows<SavedRow>(
    em,
    `with page as materialized (
       select s.experience_id, s.saved_at from saved_experiences s
         join experiences e on e.id = s.experience_id and e.status = 'published'
       where s.owner = $1 and ${page.where} ${page.order})
     select ${experienceCardColumns}, ${nextColumn}, page.saved_at::text as saved_at
     from page join experiences e on e.id = page.experience_id ${experienceTextJoins('$2')} ${nextDepartureJoins('1', null)}
     ${orderSql(['page.saved_at', 'page.experience_id'], asked.descending)}`,
    params.values,
  )
}

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
