import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { queryRow } from '../sql.ts'

/**
 * Gives an account what was booked as a guest with its verified address, and what this browser's guest has saved.
 * Bookings that belong to an account or a partner's key stay theirs.
 */
export const joinByEmail = async (
  em: SqlEntityManager,
  { userId, email, guestId }: { userId: string; email: string; guestId: string | null },
): Promise<{ bookings: number; saved: number }> => {
  const joined = await queryRow<{ bookings: number; saved: number }>(
    em,
    `with joined as (
       update bookings set user_id = $1
       where contact_email = $2 and user_id is null and api_key_id is null returning 1
     ), kept as (
       insert into saved_experiences (owner, experience_id, saved_at)
         select 'u:' || $1, experience_id, saved_at from saved_experiences where owner = 'g:' || $3
       on conflict do nothing returning 1
     ), moved as (
       delete from saved_experiences where owner = 'g:' || $3
     )
     select (select count(*)::int from joined) as bookings, (select count(*)::int from kept) as saved`,
    [userId, email, guestId ?? ''],
  )
  return joined ?? { bookings: 0, saved: 0 }
}
