import { startPostgres } from '@mayago/db/embedded/startPostgres.ts'
import { migrate } from '@mayago/db/migrate.ts'
import type { Config } from '../config/readConfig.ts'

export interface Database {
  url: string
  /** Leaves an embedded server, and stops it when nobody else uses it. */
  stop(): Promise<void>
}

/** The database of the configuration, at the present schema: one process migrates, the others wait for it. */
export const openDatabase = async (config: Config, say: (line: string) => void): Promise<Database> => {
  const database = await findDatabase(config, say)
  try {
    await migrate(database.url)
  } catch (error) {
    await database.stop()
    throw error
  }
  return database
}

const findDatabase = async (config: Config, say: (line: string) => void): Promise<Database> => {
  if (config.DATABASE_URL !== undefined) return { url: config.DATABASE_URL, stop: async () => undefined }
  const postgres = await startPostgres({ dataDir: config.DATA_DIR, log: say, durable: true })
  return { url: postgres.url, stop: () => postgres.stop() }
}
