import type { SqlEntityManager } from '@mikro-orm/postgresql'
import type { TicketClaim } from './bookingRows.ts'
import { demo } from './demo/index.ts'
import { seedCatalog, type CatalogTools, type DemoWorld } from './seedCatalog.ts'
import { seedReviews } from './seedReviews.ts'
import { seedUpcoming } from './seedUpcoming.ts'

export interface SeedTools extends CatalogTools {
  /** Core's signature on a ticket: those of the demo world are good at a gate too. */
  signTicket(claim: TicketClaim): string
  /** Core's job, between what is sold and what is booked. */
  generateDepartures(): Promise<unknown>
}

/**
 * The hand-written world: catalogue, departures, a past behind every review, and bookings to come. Repeatable: with the
 * same `now`, a second time changes nothing.
 */
export const seedDemo = async (em: SqlEntityManager, tools: SeedTools, world: DemoWorld = demo): Promise<void> => {
  await inOne(em, (em) => seedCatalog(em, world, tools))
  await tools.generateDepartures()
  await inOne(em, (em) => seedReviews(em, world.experiences, tools))
  await inOne(em, (em) => seedUpcoming(em, tools))
}

const inOne = (em: SqlEntityManager, work: (em: SqlEntityManager) => Promise<void>): Promise<void> =>
  em.fork().transactional((em) => work(em as SqlEntityManager))
