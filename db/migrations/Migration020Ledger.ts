import { Migration } from '@mikro-orm/migrations'

/** The books: accounts, entries and their lines, append-only and balanced by the database itself. MONEY-1. */
export class Migration020Ledger extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
create table ledger_accounts (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in
    ('receivable', 'held_funds', 'provider_payable', 'commission', 'fees', 'taxes', 'refunds', 'disputes')),
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  provider_id uuid references providers,
  unique nulls not distinct (kind, currency, provider_id),
  constraint a_payable_has_its_provider check ((kind = 'provider_payable') = (provider_id is not null))
);

create table ledger_entries (
  id uuid primary key,
  kind text not null check (kind in ('payment_captured', 'duplicate_captured', 'duplicate_returned', 'refund_planned',
    'refund_succeeded', 'funds_released')),
  -- Stripe's object that the entry tells of; our own row's id where Stripe has none
  source text not null check (source <> ''),
  booking_id uuid not null,
  local_date date not null,
  posted_at timestamptz not null default clock_timestamp(),
  -- lines may only come in the transaction that wrote their entry
  tx xid8 not null default pg_current_xact_id(),
  foreign key (booking_id, local_date) references bookings,
  constraint a_fact_is_posted_once unique (source, kind)
);
create index ledger_entries_booking on ledger_entries (booking_id);

create table ledger_lines (
  entry_id uuid not null references ledger_entries,
  account_id uuid not null references ledger_accounts,
  -- debits above zero, credits below
  amount_minor bigint not null check (amount_minor <> 0),
  primary key (entry_id, account_id)
);
create index ledger_lines_account on ledger_lines (account_id) include (amount_minor);

create trigger ledger_accounts_append_only before update or delete or truncate on ledger_accounts
  for each statement execute function refuse_change();
create trigger ledger_entries_append_only before update or delete or truncate on ledger_entries
  for each statement execute function refuse_change();
create trigger ledger_lines_append_only before update or delete or truncate on ledger_lines
  for each statement execute function refuse_change();

-- Judged at commit, when all lines are there. The argument names the column that holds the entry's id.
create function ledger_entry_must_balance() returns trigger language plpgsql as $$
declare
  entry uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  if not exists (select from ledger_lines where entry_id = entry) then
    raise exception 'ledger entry % has no lines', entry
      using errcode = 'check_violation', constraint = 'a_ledger_entry_balances';
  end if;
  if exists (select from ledger_lines l join ledger_accounts a on a.id = l.account_id
             where l.entry_id = entry group by a.currency having sum(l.amount_minor) <> 0) then
    raise exception 'ledger entry % does not sum to zero', entry
      using errcode = 'check_violation', constraint = 'a_ledger_entry_balances';
  end if;
  if (select tx from ledger_entries where id = entry) <> pg_current_xact_id() then
    raise exception 'ledger entry % is closed', entry
      using errcode = 'check_violation', constraint = 'a_ledger_entry_is_closed';
  end if;
  return null;
end $$;
create constraint trigger a_ledger_entry_balances after insert on ledger_entries deferrable initially deferred
  for each row execute function ledger_entry_must_balance('id');
create constraint trigger a_ledger_entry_balances after insert on ledger_lines deferrable initially deferred
  for each row execute function ledger_entry_must_balance('entry_id');

-- An account's id; it is opened by its first line.
create function ledger_account(of_kind text, of_currency text, of_provider uuid) returns uuid language plpgsql as $$
declare
  found_id uuid;
begin
  loop
    select id into found_id from ledger_accounts
      where kind = of_kind and currency = of_currency and provider_id is not distinct from of_provider;
    if found_id is not null then return found_id; end if;
    insert into ledger_accounts (kind, currency, provider_id) values (of_kind, of_currency, of_provider)
      on conflict do nothing;
  end loop;
end $$;

-- Posts what these bookings' rows say and no entry does: for rows that were written without postings.
create function ledger_catch_up(bookings uuid[]) returns void language sql as $$
  with facts as materialized (
    select 'payment_captured' as kind, coalesce(intent_id, id::text) as source, booking_id, local_date, currency,
      'receivable' as debit, 'held_funds' as credit, amount_minor
    from payments where booking_id = any(bookings) and state = 'captured' and amount_minor > 0
    union all
    select 'refund_planned', id::text, booking_id, local_date, currency, 'held_funds', 'refunds', amount_minor
    from refunds where booking_id = any(bookings)
    union all
    select 'refund_succeeded', stripe_refund_id, booking_id, local_date, currency, 'refunds', 'receivable', amount_minor
    from refunds where booking_id = any(bookings) and state = 'succeeded'),
  fresh as (
    insert into ledger_entries (id, kind, source, booking_id, local_date)
      select uuidv7(), kind, source, booking_id, local_date from facts
    on conflict (source, kind) do nothing returning id, kind, source)
  insert into ledger_lines (entry_id, account_id, amount_minor)
    select fresh.id, ledger_account(side.account, facts.currency, null), side.sign * facts.amount_minor
    from fresh join facts using (kind, source)
      cross join lateral (values (facts.debit, 1), (facts.credit, -1)) as side(account, sign);
$$;
-- How long after a departure's end its money is held, in case somebody disputes it.
alter table providers add column dispute_buffer_hours smallint not null default 48
  check (dispute_buffer_hours between 0 and 2160);
alter table bookings add column funds_released_at timestamptz;
create index bookings_held_funds on bookings (local_date) where confirmed_at is not null and funds_released_at is null;

select ledger_catch_up(array(select booking_id from payments));
set constraints all immediate;
`)
  }
}
