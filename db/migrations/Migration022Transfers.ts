import { Migration } from '@mikro-orm/migrations'

/** Who providers are at Stripe, and what goes to them and comes back. */
export class Migration022Transfers extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
create table provider_accounts (
  -- our row is there before Stripe is asked: its key and what was asked for stay the same however often that is done
  id uuid primary key,
  provider_id uuid not null unique references providers,
  country char(2) not null check (country ~ '^[A-Z]{2}$'),
  email citext not null,
  business_name text not null,
  created_at timestamptz not null default clock_timestamp(),
  -- null until Stripe answered
  account_id text unique,
  is_submitted boolean not null default false,
  can_receive boolean not null default false,
  can_be_paid_out boolean not null default false,
  -- what Stripe still asks for, by its names of fields; never what was answered
  requirements jsonb,
  bank_sealed text,
  -- when Stripe was asked for what stands here: an older answer never takes the place of a newer one
  asked_at timestamptz,
  constraint only_an_account_is_ready check (account_id is not null or not (is_submitted or can_receive or can_be_paid_out))
);

create table transfers (
  id uuid primary key,
  kind text not null check (kind in ('transfer', 'reversal')),
  provider_id uuid not null references providers,
  booking_id uuid not null,
  local_date date not null,
  -- of a reversal: what it is for
  refund_id uuid references refunds,
  amount_minor bigint not null check (amount_minor > 0),
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  -- planned: may still change. intent: Stripe may have been asked for exactly this. sent: it is done
  state text not null default 'planned' check (state in ('planned', 'intent', 'sent')),
  -- counts how often Stripe said no: each way to ask has a key of its own
  attempt smallint not null default 1,
  waits_for text check (waits_for in ('account', 'balance')),
  -- where a transfer goes and what it takes from
  account_id text,
  charge_id text,
  -- what a reversal takes from
  of_transfer uuid references transfers,
  stripe_id text unique,
  created_at timestamptz not null default clock_timestamp(),
  asked_at timestamptz,
  sent_at timestamptz,
  foreign key (booking_id, local_date) references bookings,
  constraint a_reversal_has_its_refund check ((kind = 'reversal') = (refund_id is not null)),
  constraint only_the_planned_wait check (waits_for is null or state = 'planned'),
  constraint what_is_asked_for_is_known check (state = 'planned' or asked_at is not null and
    case kind when 'transfer' then account_id is not null else of_transfer is not null end),
  constraint the_sent_is_at_stripe check ((state = 'sent') = (stripe_id is not null) and (state = 'sent') = (sent_at is not null))
);
create unique index transfers_one_of_a_booking on transfers (booking_id) where kind = 'transfer';
create index transfers_booking on transfers (booking_id);
create index transfers_of_transfer on transfers (of_transfer) where of_transfer is not null;
create index transfers_unsent on transfers (provider_id, currency) where state <> 'sent';

alter table refunds drop constraint refunds_reason_check;
alter table refunds add constraint refunds_reason_check
  check (reason in ('cancelled_by_traveler', 'paid_without_seat', 'cancelled_by_provider', 'goodwill'));

alter table ledger_entries drop constraint ledger_entries_kind_check;
alter table ledger_entries add constraint ledger_entries_kind_check
  check (kind in ('payment_captured', 'duplicate_captured', 'duplicate_returned', 'refund_planned', 'refund_succeeded',
    'funds_released', 'transfer_sent', 'transfer_reversed'));

-- What was released before there were transfers is owed all the same, where it is at Stripe.
insert into transfers (id, kind, provider_id, booking_id, local_date, amount_minor, currency)
  select uuidv7(), 'transfer', a.provider_id, e.booking_id, e.local_date, -sum(l.amount_minor), a.currency
  from ledger_entries e join ledger_lines l on l.entry_id = e.id
    join ledger_accounts a on a.id = l.account_id and a.kind = 'provider_payable'
  where exists (select from payments y where y.booking_id = e.booking_id and y.state = 'captured' and y.intent_id is not null)
  group by a.provider_id, e.booking_id, e.local_date, a.currency having sum(l.amount_minor) < 0;
`)
  }
}
