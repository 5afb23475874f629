/**
 * MONEY-1: where the books and the rows disagree, one row for each number of a booking, read in one snapshot. Bookings
 * say what was sold, payments, refunds and transfers what moved, allocations what each person got back. What a release gave
 * the house is counted here again, half a step to the provider.
 */
export const LEDGER_DIFFERENCES = `
with lines as (
  select e.booking_id, a.currency, e.kind as entry, a.kind as account, l.amount_minor as minor
  from ledger_entries e join ledger_lines l on l.entry_id = e.id join ledger_accounts a on a.id = l.account_id),
books as (
  select booking_id, currency,
    coalesce(sum(minor) filter (where entry = 'payment_captured' and account = 'receivable'), 0) as captured,
    -coalesce(sum(minor) filter (where entry = 'refund_planned' and account = 'refunds'), 0) as planned,
    coalesce(sum(minor) filter (where entry = 'refund_succeeded' and account = 'refunds'), 0) as returned,
    -coalesce(sum(minor) filter (where account = 'held_funds'), 0) as held,
    -coalesce(sum(minor) filter (where account = 'provider_payable' and entry not like 'transfer_%'), 0) as earned,
    coalesce(sum(minor) filter (where account = 'provider_payable' and entry = 'transfer_sent'), 0) as sent,
    -coalesce(sum(minor) filter (where account = 'provider_payable' and entry = 'transfer_reversed'), 0) as reversed,
    -coalesce(sum(minor) filter (where account = 'commission'), 0) as commission,
    sum(minor) as total
  from lines group by booking_id, currency),
paid as (
  select booking_id, currency, coalesce(sum(amount_minor) filter (where state = 'captured'), 0) as captured,
    sum(refunded_minor) as returned,
    coalesce(bool_or(state = 'captured' and intent_id is not null), false) as at_stripe
  from payments group by booking_id, currency),
people as (
  select y.booking_id, y.currency, sum(s.refunded_minor) as returned
  from payment_allocations s join payments y on y.id = s.payment_id group by y.booking_id, y.currency),
refunded as (
  select booking_id, currency, sum(amount_minor) as planned,
    coalesce(sum(amount_minor) filter (where state = 'succeeded'), 0) as returned
  from refunds group by booking_id, currency),
moves as (
  select booking_id, currency,
    sum(case kind when 'transfer' then amount_minor else -amount_minor end) as due,
    coalesce(sum(amount_minor) filter (where kind = 'transfer' and state = 'sent'), 0) as sent,
    coalesce(sum(amount_minor) filter (where kind = 'reversal' and state = 'sent'), 0) as reversed
  from transfers group by booking_id, currency),
sold as (
  select id as booking_id, currency, total_minor, commission_percent, funds_released_at is not null as released
  from bookings where state in ('confirmed', 'cancelled', 'redeemed')),
keys as (
  select booking_id, currency from books union select booking_id, currency from paid
  union select booking_id, currency from refunded union select booking_id, currency from moves union select booking_id, currency from sold)
select k.booking_id, r.reference, k.currency, c.what, c.expected, c.found
from keys k left join booking_refs r using (booking_id) left join books b using (booking_id, currency)
  left join paid y using (booking_id, currency) left join people i using (booking_id, currency)
  left join refunded f using (booking_id, currency) left join sold s using (booking_id, currency)
  left join moves m using (booking_id, currency)
  cross join lateral (select case when k.currency in ('BHD', 'JOD', 'KWD', 'OMR', 'TND') then 10 else 1 end as minor) as step
  cross join lateral (values
    ('sum', 0, b.total),
    ('paid', s.total_minor, coalesce(y.captured, 0)),
    ('captured', coalesce(y.captured, 0), coalesce(b.captured, 0)),
    ('refunds_of_payments', coalesce(f.planned, 0), coalesce(y.returned, 0)),
    ('refunds_of_people', coalesce(y.returned, 0), coalesce(i.returned, 0)),
    ('refunds_planned', coalesce(f.planned, 0), coalesce(b.planned, 0)),
    ('refunds_succeeded', coalesce(f.returned, 0), coalesce(b.returned, 0)),
    ('kept', coalesce(y.captured, 0) - coalesce(f.planned, 0), coalesce(b.held + b.earned + b.commission, 0)),
    ('held', case when s.released then 0 else coalesce(y.captured, 0) - coalesce(f.planned, 0) end, coalesce(b.held, 0)),
    ('commission',
      case when s.released then
        ceil((y.captured - coalesce(f.planned, 0)) / step.minor * s.commission_percent / 100 - 0.5) * step.minor else 0 end,
      coalesce(b.commission, 0)),
    ('transfers_due', case when y.at_stripe then coalesce(b.earned, 0) else 0 end, coalesce(m.due, 0)),
    ('transfers_sent', coalesce(m.sent, 0), coalesce(b.sent, 0)),
    ('transfers_reversed', coalesce(m.reversed, 0), coalesce(b.reversed, 0))
  ) as c(what, expected, found)
where c.expected <> c.found
order by k.booking_id, c.what`

/** Each entry about money at Stripe: our object's or row's name there, and what it moved. */
export const LEDGER_AT_STRIPE = `
select e.source, e.booking_id, r.reference, a.currency, e.kind like '%_captured' as came, abs(l.amount_minor) as minor
from ledger_entries e join ledger_lines l on l.entry_id = e.id
  join ledger_accounts a on a.id = l.account_id and a.kind = 'receivable'
  left join booking_refs r using (booking_id)
order by e.id`

export interface LedgerDifferenceRow {
  booking_id: string
  reference: string | null
  currency: string
  what:
    | 'sum'
    | 'paid'
    | 'captured'
    | 'refunds_of_payments'
    | 'refunds_of_people'
    | 'refunds_planned'
    | 'refunds_succeeded'
    | 'kept'
    | 'held'
    | 'commission'
    | 'transfers_due'
    | 'transfers_sent'
    | 'transfers_reversed'
  expected: string
  found: string
}

export interface LedgerAtStripeRow {
  source: string
  booking_id: string
  reference: string | null
  currency: string
  came: boolean
  minor: string
}
