import { Migration } from '@mikro-orm/migrations'

/** Holds, bookings and the people and money in them. */
export class Migration004Bookings extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
create table holds (
  id uuid primary key,
  departure_id uuid not null references departures,
  state text not null default 'live' check (state in ('live', 'lapsed', 'released', 'confirmed')),
  seats integer not null check (seats >= 0),
  -- [[unitId, quantity, minor], …]: the party with the prices it was offered, frozen
  party jsonb not null,
  total_minor bigint not null check (total_minor >= 0),
  currency char(3) not null,
  -- whom the seats are counted against: "u:<user>", "g:<guest>" or "a:<address>"
  holder text not null,
  address inet,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  extended_at timestamptz,
  constraint a_hold_lasts_thirty_minutes_at_most check (expires_at <= created_at + interval '30 minutes')
) with (fillfactor = 90);
create index holds_live on holds (departure_id, expires_at) include (seats) where state = 'live';
create index holds_live_holder on holds (holder) include (seats, expires_at) where state = 'live';
create index holds_live_address on holds (address) include (seats, expires_at) where state = 'live' and address is not null;

create table idempotency_keys (
  -- the first 128 bits of the SHA-256 of (actor, route, key): small, because every hold writes one
  id uuid primary key,
  request_hash bytea not null,
  -- null while the first request is still at work
  outcome text check (outcome in ('answered', 'refused')),
  -- what was answered, or { code, data } of the refusal, as JSON text
  answer text,
  locked_until timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  check ((outcome is null) = (answer is null))
);
create index idempotency_keys_age on idempotency_keys using brin (created_at);

create table bookings (
  id uuid not null,
  local_date date not null,
  state text not null check (state in ('pending', 'confirmed', 'cancelled', 'expired', 'redeemed')),
  outcome text check (outcome in ('paid_too_late_refunded', 'hold_lapsed')),
  departure_id uuid not null references departures,
  experience_id uuid not null references experiences,
  option_id uuid not null references options,
  provider_id uuid not null references providers,
  hold_id uuid not null references holds,
  user_id uuid references users,
  guest_id uuid,
  locale text not null,
  contact_name text not null check (length(contact_name) between 1 and 200),
  contact_email citext not null,
  contact_phone text,
  total_minor bigint not null check (total_minor >= 0),
  currency char(3) not null,
  commission_percent smallint not null check (commission_percent between 0 and 100),
  policy jsonb not null,
  -- an amended booking points to the one it replaced
  amended_from_id uuid,
  amended_from_date date,
  created_at timestamptz not null default clock_timestamp(),
  confirmed_at timestamptz,
  cancelled_at timestamptz,
  primary key (id, local_date),
  foreign key (amended_from_id, amended_from_date) references bookings,
  check (state not in ('confirmed', 'redeemed') or confirmed_at is not null),
  check ((state = 'cancelled') = (cancelled_at is not null)),
  check (outcome is null or state = 'expired')
) partition by range (local_date);
create index bookings_experience_date on bookings (experience_id, local_date);
create index bookings_departure on bookings (departure_id);
create index bookings_guest on bookings (guest_id, local_date) where guest_id is not null;
create index bookings_user on bookings (user_id, local_date) where user_id is not null;
create index bookings_email on bookings (contact_email, local_date);
create index bookings_provider_date on bookings (provider_id, local_date);
create index bookings_pending on bookings (created_at) where state = 'pending';
create table bookings_default partition of bookings default;

-- Makes the partition of a month; safe to repeat, called by a job months ahead and by the seed for months past.
create function ensure_bookings_partition(day date) returns void language plpgsql as $$
declare
  first date := date_trunc('month', day)::date;
  name text := 'bookings_' || to_char(first, 'YYYY_MM');
begin
  if to_regclass(name) is null then
    perform pg_advisory_xact_lock(hashtextextended('ensure_bookings_partition', 0));
    if to_regclass(name) is null then
      execute format('create table %I partition of bookings for values from (%L) to (%L)', name, first, first + interval '1 month');
    end if;
  end if;
end $$;

create table booking_refs (
  booking_id uuid primary key,
  local_date date not null,
  reference text not null unique check (reference ~ '^[2-9BCDFGHJKMNPQRSTVWXZ]{8}$'),
  hold_id uuid not null unique references holds,
  foreign key (booking_id, local_date) references bookings
);

create table unit_items (
  id uuid primary key,
  hold_id uuid not null references holds,
  booking_id uuid,
  local_date date,
  unit_id uuid not null references units,
  position smallint not null,
  traveler_name text check (length(traveler_name) between 1 and 200),
  seats smallint not null check (seats >= 0),
  price_minor bigint not null check (price_minor >= 0),
  tax_minor bigint not null default 0 check (tax_minor >= 0),
  discount_minor bigint not null default 0 check (discount_minor >= 0),
  state text not null default 'held' check (state in ('held', 'booked', 'cancelled', 'redeemed')),
  foreign key (booking_id, local_date) references bookings,
  unique (hold_id, position),
  check ((booking_id is null) = (local_date is null)),
  check (discount_minor <= price_minor)
);
create index unit_items_booking on unit_items (booking_id) where booking_id is not null;

create table payments (
  id uuid primary key,
  hold_id uuid not null references holds,
  booking_id uuid not null,
  local_date date not null,
  payer_name text not null,
  payer_email citext not null,
  amount_minor bigint not null check (amount_minor >= 0),
  refunded_minor bigint not null default 0 check (refunded_minor between 0 and amount_minor),
  currency char(3) not null,
  state text not null default 'created' check (state in
    ('created', 'requires_payment_method', 'requires_action', 'processing', 'authorised', 'captured', 'failed', 'canceled')),
  intent_id text unique,
  client_secret text,
  checkout_id text unique,
  -- counts the ways of paying that were opened: part of Stripe's idempotency key
  attempt smallint not null default 1 check (attempt > 0),
  card_brand text,
  card_last4 text,
  decline_code text,
  created_at timestamptz not null default clock_timestamp(),
  captured_at timestamptz,
  foreign key (booking_id, local_date) references bookings,
  check ((state = 'captured') = (captured_at is not null))
);
create index payments_booking on payments (booking_id);
create index payments_hold on payments (hold_id);

create table payment_allocations (
  payment_id uuid not null references payments,
  unit_item_id uuid not null references unit_items,
  amount_minor bigint not null check (amount_minor >= 0),
  refunded_minor bigint not null default 0 check (refunded_minor between 0 and amount_minor),
  primary key (payment_id, unit_item_id)
);
create index payment_allocations_item on payment_allocations (unit_item_id);

create table refunds (
  id uuid primary key,
  payment_id uuid not null references payments,
  booking_id uuid not null,
  local_date date not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency char(3) not null,
  reason text not null check (reason in ('cancelled_by_traveler', 'paid_without_seat', 'cancelled_by_provider')),
  -- intent: written down, not yet sent
  state text not null default 'intent' check (state in ('intent', 'pending', 'succeeded', 'failed')),
  stripe_refund_id text unique,
  created_at timestamptz not null default clock_timestamp(),
  settled_at timestamptz,
  foreign key (booking_id, local_date) references bookings
);
create index refunds_payment on refunds (payment_id);
create index refunds_unsettled on refunds (created_at) where state in ('intent', 'pending');

create table tickets (
  id uuid primary key,
  unit_item_id uuid not null unique references unit_items,
  booking_id uuid not null,
  local_date date not null,
  code text not null unique,
  token text not null,
  state text not null default 'valid' check (state in ('valid', 'void', 'redeemed')),
  issued_at timestamptz not null default clock_timestamp(),
  redeemed_at timestamptz,
  foreign key (booking_id, local_date) references bookings,
  check ((state = 'redeemed') = (redeemed_at is not null))
);
create index tickets_booking on tickets (booking_id);

create table reviews (
  id uuid primary key,
  experience_id uuid not null references experiences,
  booking_id uuid,
  local_date date,
  author_name text not null check (length(author_name) between 1 and 100),
  rating smallint not null check (rating between 1 and 5),
  locale text not null check (locale ~ '^[a-z]{2}$'),
  text text not null,
  party smallint not null check (party between 1 and 100),
  reply text,
  created_at timestamptz not null default clock_timestamp(),
  foreign key (booking_id, local_date) references bookings,
  check ((booking_id is null) = (local_date is null)),
  unique (booking_id)
);
create index reviews_experience on reviews (experience_id, created_at desc);
`)
  }
}
