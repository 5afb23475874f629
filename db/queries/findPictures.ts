import type { SqlEntityManager } from '@mikro-orm/postgresql'
import type { StoredPicture } from '../entities/catalog.ts'
import { queryRow, queryRows } from '../sql.ts'

/** The pictures of one experience, whatever its status: those who booked go on seeing them. */
export const findPicturesOf = async (em: SqlEntityManager, slug: string): Promise<StoredPicture[]> =>
  (await queryRow<{ pictures: StoredPicture[] }>(em, 'select pictures from experiences where slug = $1', [slug]))
    ?.pictures ?? []

/** The covers that lists show first. */
export const findCovers = async (em: SqlEntityManager, limit: number): Promise<StoredPicture[]> =>
  (
    await queryRows<{ cover: StoredPicture }>(
      em,
      `select pictures -> 0 as cover from experiences e
       where status = 'published' and pictures -> 0 is not null
       order by ((rating_sum + 40.0) / (rating_count + 10)) desc, id limit $1`,
      [limit],
    )
  ).map(({ cover }) => cover)
