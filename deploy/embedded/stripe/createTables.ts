import { createHash } from 'node:crypto'
import type pg from 'pg'

/** An arbitrary number of our own: two processes that start at once take turns. */
const LOCK = 7_411_220

const TABLES = `
CREATE SCHEMA IF NOT EXISTS stripe_sandbox;
CREATE TABLE IF NOT EXISTS stripe_sandbox.objects (
  id      text PRIMARY KEY,
  kind    text NOT NULL,
  account text NOT NULL DEFAULT '',
  seq     bigint GENERATED ALWAYS AS IDENTITY,
  created bigint NOT NULL,
  data    jsonb NOT NULL,
  hidden  jsonb NOT NULL DEFAULT '{}'
);
ALTER TABLE stripe_sandbox.objects ADD COLUMN IF NOT EXISTS account text NOT NULL DEFAULT '';
CREATE INDEX IF NOT EXISTS objects_account ON stripe_sandbox.objects (account, kind, seq DESC);
CREATE INDEX IF NOT EXISTS objects_kind ON stripe_sandbox.objects (kind, seq DESC);
CREATE INDEX IF NOT EXISTS objects_group ON stripe_sandbox.objects ((data ->> 'transfer_group')) WHERE kind = 'transfer';
CREATE INDEX IF NOT EXISTS objects_intent ON stripe_sandbox.objects ((data ->> 'payment_intent')) WHERE data ? 'payment_intent';
CREATE INDEX IF NOT EXISTS objects_ends ON stripe_sandbox.objects (((hidden ->> 'endsAt')::bigint)) WHERE hidden ? 'endsAt';
CREATE TABLE IF NOT EXISTS stripe_sandbox.answers (
  key         text PRIMARY KEY,
  fingerprint text NOT NULL,
  request_id  text NOT NULL,
  status      int NOT NULL,
  body        jsonb NOT NULL,
  created     bigint NOT NULL
);
CREATE INDEX IF NOT EXISTS answers_created ON stripe_sandbox.answers (created);
CREATE TABLE IF NOT EXISTS stripe_sandbox.deliveries (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id     text NOT NULL REFERENCES stripe_sandbox.objects (id),
  state        text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'given_up')),
  attempts     int NOT NULL DEFAULT 0,
  due_ms       bigint NOT NULL,
  give_up_ms   bigint NOT NULL,
  last_answer  text,
  delivered_ms bigint
);
CREATE INDEX IF NOT EXISTS deliveries_due ON stripe_sandbox.deliveries (due_ms) WHERE state = 'pending';
CREATE INDEX IF NOT EXISTS deliveries_event ON stripe_sandbox.deliveries (event_id);
CREATE TABLE IF NOT EXISTS stripe_sandbox.clock (
  one        boolean PRIMARY KEY DEFAULT true CHECK (one),
  advance_ms bigint NOT NULL CHECK (advance_ms >= 0)
);
CREATE TABLE IF NOT EXISTS stripe_sandbox.faults (
  one               boolean PRIMARY KEY DEFAULT true CHECK (one),
  duplicate_percent int NOT NULL CHECK (duplicate_percent BETWEEN 0 AND 100),
  drop_percent      int NOT NULL CHECK (drop_percent BETWEEN 0 AND 100),
  delay_ms_max      bigint NOT NULL CHECK (delay_ms_max >= 0),
  seed              int NOT NULL,
  planned           bigint NOT NULL DEFAULT 0
);
INSERT INTO stripe_sandbox.clock (advance_ms) VALUES (0) ON CONFLICT DO NOTHING;
`

const VERSION = createHash('sha256').update(TABLES).digest('hex')

const isMade = async (client: pg.PoolClient): Promise<boolean> => {
  const { rows } = await client.query<{ version: string | null }>(
    `SELECT obj_description(to_regnamespace('stripe_sandbox'), 'pg_namespace') AS version`,
  )
  return rows[0]?.version === VERSION
}

/**
 * Makes the sandbox's own schema unless it is there as it is to be: its tables are locked meanwhile, in which another
 * sandbox may be at work. It shares nothing with the product's tables, on purpose.
 */
export const createTables = async (pool: pg.Pool): Promise<void> => {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
    if (!(await isMade(client))) {
      await client.query(TABLES)
      await client.query(`COMMENT ON SCHEMA stripe_sandbox IS '${VERSION}'`)
    }
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}
