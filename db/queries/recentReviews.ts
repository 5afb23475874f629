import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { queryRows } from '../sql.ts'

export interface ReviewRow {
  id: string
  author_name: string
  rating: number
  locale: string
  text: string
  party: number
  /** "YYYY-MM" */
  went_on: string
  reply: string | null
}

/** The latest reviews of an experience; those in the reader's language first. */
export const recentReviews = (em: SqlEntityManager, experienceId: string, locale: string, limit: number) =>
  queryRows<ReviewRow>(
    em,
    `select id, author_name, rating, locale, text, party, to_char(coalesce(local_date, created_at::date), 'YYYY-MM') as went_on, reply
     from (select * from reviews where experience_id = $1 order by created_at desc, id limit $3) as latest
     order by locale = $2 desc, created_at desc, id`,
    [experienceId, locale, limit],
  )
