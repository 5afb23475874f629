import { MikroORM } from '@mikro-orm/postgresql'
import { Migrator } from '@mikro-orm/migrations'
import { CompiledQuery } from 'kysely'
import { Migration001People } from './migrations/Migration001People.ts'
import { Migration002Catalog } from './migrations/Migration002Catalog.ts'
import { Migration003Availability } from './migrations/Migration003Availability.ts'
import { Migration004Bookings } from './migrations/Migration004Bookings.ts'
import { Migration005News } from './migrations/Migration005News.ts'
import { Migration006Resources } from './migrations/Migration006Resources.ts'
import { Migration007RowRules } from './migrations/Migration007RowRules.ts'
import { Migration008Listings } from './migrations/Migration008Listings.ts'
import { Migration009Accounts } from './migrations/Migration009Accounts.ts'
import { Migration012Audit } from './migrations/Migration012Audit.ts'
import { Migration013Partners } from './migrations/Migration013Partners.ts'
import { Migration020Ledger } from './migrations/Migration020Ledger.ts'
import { Migration021Beginnings } from './migrations/Migration021Beginnings.ts'
import { Migration022Transfers } from './migrations/Migration022Transfers.ts'
import { ormOptions } from './orm.ts'

/** Forward only, in this order; a landed migration is never edited. */
export const migrations = [
  Migration001People,
  Migration002Catalog,
  Migration003Availability,
  Migration004Bookings,
  Migration005News,
  Migration006Resources,
  Migration007RowRules,
  Migration008Listings,
  Migration009Accounts,
  Migration012Audit,
  Migration013Partners,
  Migration020Ledger,
  Migration021Beginnings,
  Migration022Transfers,
]

const MIGRATION_LOCK = 5_203_180_001

/** Applies what is pending, one process at a time under an advisory lock; answers the names applied. */
export const migrate = async (url: string): Promise<string[]> => {
  const orm = await MikroORM.init({
    ...ormOptions(url, { poolMax: 2 }),
    extensions: [Migrator],
    logger: () => undefined,
    migrations: {
      migrationsList: migrations.map((migration) => ({ name: migration.name, class: migration })),
      snapshot: false,
      transactional: true,
      allOrNothing: true,
    },
  })
  try {
    return await orm.em
      .getKysely()
      .connection()
      .execute(async (lockHolder) => {
        await lockHolder.executeQuery(CompiledQuery.raw('select pg_advisory_lock($1)', [MIGRATION_LOCK]))
        try {
          return (await orm.migrator.up()).map((migration) => migration.name)
        } finally {
          await lockHolder.executeQuery(CompiledQuery.raw('select pg_advisory_unlock($1)', [MIGRATION_LOCK]))
        }
      })
  } finally {
    await orm.close()
  }
}
