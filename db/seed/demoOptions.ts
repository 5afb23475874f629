import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { priceFromOfOption } from '../queries/schedules.ts'
import { queryRows } from '../sql.ts'
import type { OfferedToParty } from './composeParty.ts'

/** An option with all that a booking of it copies. */
export interface DemoOptionRow {
  optionId: string
  experienceId: string
  providerId: string
  slug: string
  timeZone: string
  currency: string
  policy: unknown
  commissionPercent: number
  priceFromMinor: number
  units: OfferedToParty[]
}

/** Options that the seed wrote, by id. */
export const findDemoOptions = async (em: SqlEntityManager): Promise<Map<string, DemoOptionRow>> => {
  const rows = await queryRows<{ found: DemoOptionRow }>(
    em,
    `select jsonb_build_object('optionId', o.id, 'experienceId', e.id, 'providerId', p.id, 'slug', e.slug, 'timeZone', e.time_zone,
       'currency', e.currency, 'policy', e.policy, 'commissionPercent', p.commission_percent, 'priceFromMinor', ${priceFromOfOption},
       'units', (select jsonb_agg(jsonb_build_object('id', u.id, 'type', u.type, 'priceMinor', u.price_minor,
           'seatsPerUnit', u.seats_per_unit, 'accompanied', u.accompanied, 'minQuantity', u.min_quantity,
           'maxQuantity', u.max_quantity) order by u.position)
         from units u where u.option_id = o.id)) as found
     from options o join experiences e on e.id = o.experience_id join providers p on p.id = e.provider_id
     where substr(o.id::text, 15, 1) = '8'`,
  )
  return new Map(rows.map(({ found }) => [found.optionId, found]))
}
