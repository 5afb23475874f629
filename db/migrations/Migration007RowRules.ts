import { Migration } from '@mikro-orm/migrations'

type RowRule = readonly [table: string, name: string, holds: string]

const CODE = `currency ~ '^[A-Z]{3}$'`

/** Card networks settle three decimals in tens: https://docs.stripe.com/currencies#three-decimal */
const inSteps = (...columns: string[]): string =>
  `currency not in ('BHD', 'JOD', 'KWD', 'OMR', 'TND') or (${columns.map((one) => `${one} % 10 = 0`).join(' and ')})`

const HAS_STEPS = `policy -> 'steps' is not null and jsonb_typeof(policy -> 'steps') = 'array'`

export const rowRules: readonly RowRule[] = [
  ['experiences', 'experiences_policy_has_steps', HAS_STEPS],
  ['departures', 'departures_currency_is_a_code', CODE],
  ['departures', 'departures_are_sold_in_steps_cards_take', inSteps('price_from_minor')],
  ['departures', 'departures_time_zone_is_known', 'is_time_zone(time_zone)'],
  [
    'departures',
    'price_overrides_are_amounts_by_unit',
    `jsonb_typeof(price_overrides) = 'object' and not jsonb_path_exists(price_overrides,
       '$.* ? (@.type() != "number" || @ < 0 || @ != @.floor())')`,
  ],
  ['holds', 'holds_currency_is_a_code', CODE],
  ['holds', 'holds_party_is_a_list', `jsonb_typeof(party) = 'array'`],
  ['bookings', 'bookings_currency_is_a_code', CODE],
  ['bookings', 'bookings_locale_is_a_language', `locale ~ '^[a-z]{2}(-[A-Z]{2})?$'`],
  ['bookings', 'bookings_policy_has_steps', HAS_STEPS],
  ['bookings', 'an_amended_booking_has_both_keys', '(amended_from_id is null) = (amended_from_date is null)'],
  ['unit_items', 'a_booked_person_has_a_booking', `state not in ('booked', 'redeemed') or booking_id is not null`],
  ['payments', 'payments_currency_is_a_code', CODE],
  ['payments', 'only_captured_money_goes_back', `refunded_minor = 0 or state = 'captured'`],
  ['payments', 'payments_are_in_steps_cards_take', inSteps('amount_minor', 'refunded_minor')],
  ['refunds', 'refunds_currency_is_a_code', CODE],
  ['refunds', 'a_settled_refund_has_a_time', `(state in ('succeeded', 'failed')) = (settled_at is not null)`],
  ['refunds', 'a_sent_refund_has_its_stripe_id', `(state = 'intent') = (stripe_refund_id is null)`],
  ['refunds', 'refunds_are_in_steps_cards_take', inSteps('amount_minor')],
  ['idempotency_keys', 'an_unanswered_key_is_locked', 'outcome is not null or locked_until is not null'],
]

/** What rows had to keep and only code kept. */
export class Migration007RowRules extends Migration {
  override async up(): Promise<void> {
    for (const [table, name, holds] of rowRules)
      this.addSql(`alter table ${table} add constraint ${name} check (${holds})`)
    // For the round that sweeps what has lapsed.
    this.addSql(`create index holds_live_expiry on holds (expires_at) include (departure_id) where state = 'live'`)
  }
}
