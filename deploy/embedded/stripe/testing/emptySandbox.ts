import type pg from 'pg'

const DEADLOCK = '40P01'
const TRIES = 10

/**
 * Forgets every object, so that a test knows each balance; time stays where it was advanced to. What the test before left
 * on its way may hold what this waits for, and wait for what this holds: then it is asked again.
 */
export const emptySandbox = async (pool: pg.Pool): Promise<void> => {
  for (let left = TRIES; ; left--) {
    try {
      await pool.query('TRUNCATE stripe_sandbox.objects, stripe_sandbox.answers, stripe_sandbox.deliveries')
      return
    } catch (error) {
      if (left === 0 || (error as { code?: string }).code !== DEADLOCK) throw error
    }
  }
}
