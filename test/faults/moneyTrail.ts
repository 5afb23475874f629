/**
 * Every way in which money and bookings can disagree, one row each: what the sandbox says that Stripe took and gave back,
 * against what the product has written down. Empty means that all money has a seat or has gone back.
 */
export const findUnsettledMoney = `
with intents as (
  select data ->> 'id' as intent_id, (data ->> 'amount_received')::bigint as received,
    (data #>> '{metadata,bookingId}')::uuid as booking_id
  from stripe_sandbox.objects where kind = 'payment_intent' and data ->> 'status' = 'succeeded'),
returned as (
  select data ->> 'payment_intent' as intent_id, sum((data ->> 'amount')::bigint)::bigint as amount
  from stripe_sandbox.objects where kind = 'refund' and data ->> 'status' = 'succeeded' group by 1),
trail as (
  select i.intent_id, i.booking_id, i.received, coalesce(r.amount, 0) as returned, b.state as booking, y.state as payment,
    y.amount_minor, y.refunded_minor,
    (select count(*) from intents other where other.booking_id = i.booking_id) as charges,
    (select coalesce(sum(f.amount_minor), 0) from refunds f where f.payment_id = y.id and f.state = 'succeeded') as settled
  from intents i left join returned r using (intent_id) left join bookings b on b.id = i.booking_id
    left join payments y on y.intent_id = i.intent_id)
select * from trail where not coalesce(
  charges = 1 and payment = 'captured' and received = amount_minor and returned = refunded_minor and settled = returned
  and ((booking = 'confirmed' and returned = 0) or (booking in ('cancelled', 'expired') and returned = received)), false)
union all
select y.intent_id, b.id, 0, 0, b.state, y.state, y.amount_minor, y.refunded_minor, 0, 0
from bookings b join payments y on y.booking_id = b.id
where b.state in ('confirmed', 'cancelled')
  and not exists (select from intents i where i.intent_id = y.intent_id)`

/** What waits for its time, or for a process that is no more, is due now: leases, pauses between tries, expiries. */
export const letTimeGoBy = `
with webhooks as (update stripe_sandbox.deliveries set due_ms = 0 where state = 'pending' and due_ms > 0),
waiting as (
  update pgboss.job set start_after = now() where state in ('created', 'retry') and start_after > now())
update pgboss.job set state = 'retry', start_after = now()
where state = 'active' and started_on < now() - interval '5 seconds'`
