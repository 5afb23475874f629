import { CompiledQuery } from 'kysely'
import type { SqlEntityManager } from '@mikro-orm/postgresql'

/**
 * Runs one SQL text with `$1…` parameters, inside the entity manager's transaction when there is one. Instants come as
 * PostgreSQL writes them (use `toDate`), `bigint` as text (use `Number`).
 */
export const queryRows = async <Row>(
  em: SqlEntityManager,
  text: string,
  params: readonly unknown[] = [],
): Promise<Row[]> => {
  const result = await em.getKysely().executeQuery<Row>(CompiledQuery.raw(text, params as unknown[]))
  return result.rows
}

export const queryRow = async <Row>(
  em: SqlEntityManager,
  text: string,
  params: readonly unknown[] = [],
): Promise<Row | null> => (await queryRows<Row>(em, text, params))[0] ?? null

/** An instant as PostgreSQL writes it, in a session whose zone is UTC. */
export const toDate = (text: string): Date => new Date(text.replace(' ', 'T').replace(/\+00$/, 'Z'))
