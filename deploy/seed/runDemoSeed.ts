import type { MikroORM, SqlEntityManager } from '@mikro-orm/postgresql'
import { isPosterKind, isPosterPalette, isPosterTime } from '@mayago/core/art/poster.ts'
import { makePlaceholder } from '@mayago/core/art/placeholder.ts'
import { generateDepartures } from '@mayago/core/availability/index.ts'
import { createSigner } from '@mayago/core/identity/signer.ts'
import type { LogPort } from '@mayago/core/ports/log.ts'
import { POLICY_STEPS } from '@mayago/core/pricing/index.ts'
import { assert } from '@mayago/kernel/assert.ts'
import { seedDemo } from '@mayago/db/seed/seedDemo.ts'
import type { Config } from '../config/readConfig.ts'
import { quietly } from './quietly.ts'

/** Seeds the hand-written world with core's art, policies, tickets and departures. */
export const runDemoSeed = async (orm: MikroORM, config: SeedConfig, log: LogPort, now: Date): Promise<void> => {
  const signer = createSigner({
    guest: config.GUEST_SECRET,
    hold: config.HOLD_SECRET,
    link: config.LINK_SECRET,
    ticket: config.TICKET_SIGNING_KEY,
  })
  await seedDemo(orm.em.fork() as SqlEntityManager, {
    now,
    policySteps: POLICY_STEPS,
    signTicket: signer.ticketToken,
    generateDepartures: () => quietly(orm, log, now, generateDepartures),
    makePlaceholder: ({ key, kind, time, palette }) => {
      assert(isPosterKind(kind), `the picture ${key} is of a kind that core/art draws, not ${kind}`)
      return makePlaceholder({
        seed: key,
        kind,
        ...(time !== null && isPosterTime(time) ? { time } : {}),
        ...(palette !== null && isPosterPalette(palette) ? { palette } : {}),
      })
    },
  })
}

type SeedConfig = Pick<Config, 'GUEST_SECRET' | 'HOLD_SECRET' | 'LINK_SECRET' | 'TICKET_SIGNING_KEY'>
