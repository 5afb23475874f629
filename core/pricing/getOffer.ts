import { refuse } from '@mayago/kernel/errors.ts'
import { money, type Money } from '@mayago/kernel/money.ts'
import { queryRow, toDate } from '@mayago/db/sql.ts'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import { OFFER_COLUMNS, toOffer, type OfferRow } from './offer.ts'
import { deadlinesOf } from './policy.rules.ts'
import type { DeadlineView } from './policy.view.ts'
import { uuid } from './pricing.schema.ts'

export const getOfferInput = z.strictObject({ departureId: uuid })
export type GetOfferInput = z.infer<typeof getOfferInput>

/** A departure as somebody choosing sees it: what each kind of person pays on its date, and until when it can be cancelled. */
export interface OfferView {
  departureId: string
  experienceId: string
  optionId: string
  localStart: string
  startsAt: string
  timeZone: string
  units: { unitId: string; price: Money }[]
  deadlines: DeadlineView[]
}

/** The prices of one departure, its date's overrides included. Anybody may ask. Throws `not_found`. */
export const getOffer = async (ctx: Ctx, { departureId }: GetOfferInput): Promise<OfferView> => {
  assertCan(ctx, 'catalog.read')
  const row = await queryRow<OfferRow>(
    ctx.em,
    `select ${OFFER_COLUMNS} from departures d join experiences e on e.id = d.experience_id
     where d.id = $1 and e.status = 'published'`,
    [departureId],
  )
  if (!row) throw refuse('not_found', { what: 'departure' })
  const startsAt = toDate(row.starts_at)
  return {
    departureId: row.id,
    experienceId: row.experience_id,
    optionId: row.option_id,
    localStart: row.local_start,
    startsAt: startsAt.toISOString(),
    timeZone: row.time_zone,
    units: toOffer(row).units.map((unit) => ({ unitId: unit.id, price: money(unit.priceMinor, row.currency) })),
    deadlines: deadlinesOf(row.policy, startsAt),
  }
}
