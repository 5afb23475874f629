import type { Currency } from '@mayago/kernel/money.ts'
import type { DepartureStatus } from '../events/eventMap.ts'
import type { Offer, OfferedUnit } from './party.rules.ts'
import type { PolicyView } from './policy.view.ts'

/** The columns of a departure `d` with all that pricing needs, as one row. */
export const OFFER_COLUMNS = `
  d.id, d.experience_id, d.option_id, to_char(d.local_date, 'YYYY-MM-DD') as local_date,
  to_char(d.local_start, 'YYYY-MM-DD"T"HH24:MI') as local_start, d.time_zone,
  d.starts_at, d.cutoff_at, d.capacity, d.seats_taken, d.status, d.version, d.currency, d.price_from_minor,
  d.price_overrides, e.party_max, e.policy, e.provider_id, e.status as experience_status,
  (select jsonb_agg(jsonb_build_object(
      'id', u.id, 'type', u.type, 'priceMinor', u.price_minor, 'seatsPerUnit', u.seats_per_unit,
      'min', u.min_quantity, 'max', u.max_quantity, 'accompanied', u.accompanied,
      'titles', (select jsonb_object_agg(t.locale, t.title) from unit_texts t where t.unit_id = u.id)) order by u.position)
    from units u where u.option_id = d.option_id) as units`

export interface OfferRow {
  id: string
  experience_id: string
  option_id: string
  local_date: string
  local_start: string
  time_zone: string
  starts_at: string
  cutoff_at: string
  capacity: number | null
  seats_taken: number
  status: DepartureStatus
  version: string
  currency: Currency
  price_from_minor: string
  price_overrides: Record<string, number> | null
  party_max: number
  policy: PolicyView
  provider_id: string
  experience_status: string
  units: OfferedUnit[] | null
}

export const toOffer = (row: OfferRow): Offer => ({
  currency: row.currency,
  partyMax: row.party_max,
  units: (row.units ?? []).map((unit) => ({
    ...unit,
    titles: unit.titles ?? {},
    priceMinor: row.price_overrides?.[unit.id] ?? unit.priceMinor,
  })),
})
