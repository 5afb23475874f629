import type { SqlEntityManager } from '@mikro-orm/postgresql'
import type { CompiledQuery } from 'kysely'
import type { Pool } from 'pg'

export interface Statement {
  text: string
  values: readonly unknown[]
}

/** An entity manager that notes each SQL statement it is asked to run, and runs it. */
export const noting = (em: SqlEntityManager): { em: SqlEntityManager; statements: Statement[] } => {
  const statements: Statement[] = []
  const instead = <Target extends object>(target: Target, name: string, value: unknown): Target =>
    new Proxy(target, { get: (from, key) => (key === name ? value : Reflect.get(from, key, from)) })
  const kysely = em.getKysely()
  const executeQuery = (query: CompiledQuery): unknown => {
    statements.push({ text: query.sql, values: query.parameters })
    return kysely.executeQuery(query)
  }
  return { em: instead(em, 'getKysely', () => instead(kysely, 'executeQuery', executeQuery)), statements }
}

interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  Plans?: PlanNode[]
}

/** The tables that PostgreSQL would read from end to end for this statement. */
export const sequentialScans = async (pool: Pool, { text, values }: Statement): Promise<string[]> => {
  const { rows } = await pool.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`explain (format json) ${text}`, [
    ...values,
  ])
  const scans = (node: PlanNode): string[] => [
    ...(node['Node Type'] === 'Seq Scan' && node['Relation Name'] ? [node['Relation Name']] : []),
    ...(node.Plans ?? []).flatMap(scans),
  ]
  return rows[0]?.['QUERY PLAN'].flatMap(({ Plan }) => scans(Plan)) ?? []
}
