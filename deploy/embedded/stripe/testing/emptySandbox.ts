import type pg from 'pg'

/** Forgets every object, so that a test knows each balance; time stays where it was advanced to. */
export const emptySandbox = async (pool: pg.Pool): Promise<void> => {
  await pool.query('TRUNCATE stripe_sandbox.objects, stripe_sandbox.answers, stripe_sandbox.deliveries')
}
