import { refuse } from '@mayago/kernel/errors.ts'
import type { Money } from '@mayago/kernel/money.ts'
import { queryRow, toDate } from '@mayago/db/sql.ts'
import type { Ctx, Locale } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import { OFFER_COLUMNS, toOffer, type OfferRow } from './offer.ts'
import { priceParty, type PricedLine } from './party.rules.ts'
import { deadlinesOf } from './policy.rules.ts'
import type { DeadlineView } from './policy.view.ts'
import type { QuoteInput } from './pricing.schema.ts'
import type { PartyItem } from './pricing.view.ts'

export interface QuoteView {
  departureId: string
  items: PartyItem[]
  seats: number
  total: Money
  deadlines: DeadlineView[]
}

/** What a party would pay on a departure, all in. Holds nothing. Throws `not_found`, `party_not_allowed`. */
export const quote = async (ctx: Ctx, input: QuoteInput): Promise<QuoteView> => {
  assertCan(ctx, 'catalog.read')
  const row = await queryRow<OfferRow>(
    ctx.em,
    `select ${OFFER_COLUMNS} from departures d join experiences e on e.id = d.experience_id
     where d.id = $1 and e.status = 'published'`,
    [input.departureId],
  )
  if (!row) throw refuse('not_found', { what: 'departure' })
  const party = priceParty(toOffer(row), input.units)
  return {
    departureId: row.id,
    items: party.lines.map((line) => toPartyItem(line, ctx.locale)),
    seats: party.seats,
    total: party.total,
    deadlines: deadlinesOf(row.policy, toDate(row.starts_at)),
  }
}

export const toPartyItem = ({ unit, quantity, price, subtotal }: PricedLine, locale: Locale): PartyItem => ({
  unitId: unit.id,
  type: unit.type,
  title: unit.titles[locale] ?? unit.titles.en ?? unit.type,
  quantity,
  price,
  subtotal,
})
