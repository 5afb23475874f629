import { Migration } from '@mikro-orm/migrations'

/** When things run: schedules in local wall time, and the dated departures made from them. */
export class Migration003Availability extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
create table schedules (
  id uuid primary key,
  option_id uuid not null references options on delete cascade,
  season_from date,
  season_to date,
  -- ISO 8601: 1 is Monday
  weekdays smallint[] not null check (cardinality(weekdays) between 1 and 7 and weekdays <@ '{1,2,3,4,5,6,7}'),
  local_times time[] not null check (cardinality(local_times) > 0),
  -- null is free sale
  capacity integer check (capacity between 1 and 1000000),
  check (season_from is null or season_to is null or season_from <= season_to)
);
create index schedules_option on schedules (option_id);

create table schedule_exceptions (
  schedule_id uuid not null references schedules on delete cascade,
  local_date date not null,
  kind text not null check (kind in ('closed', 'capacity')),
  capacity integer check (capacity between 1 and 1000000),
  primary key (schedule_id, local_date),
  check ((kind = 'capacity') = (capacity is not null))
);

create table departures (
  id uuid primary key,
  experience_id uuid not null references experiences,
  option_id uuid not null references options,
  schedule_id uuid references schedules on delete set null,
  local_date date not null,
  local_start timestamp not null,
  time_zone text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  cutoff_at timestamptz not null,
  -- null is free sale; the counter is kept all the same
  capacity integer check (capacity between 0 and 1000000),
  capacity_overridden boolean not null default false,
  seats_taken integer not null default 0,
  status text not null default 'open' check (status in ('open', 'closed', 'cancelled')),
  -- unit id -> minor units, where this date's price differs
  price_overrides jsonb,
  price_from_minor bigint not null check (price_from_minor >= 0),
  currency char(3) not null,
  version bigint not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  constraint seats_never_exceed_capacity check (0 <= seats_taken and (capacity is null or seats_taken <= capacity)),
  check (local_start::date = local_date),
  check (starts_at < ends_at and cutoff_at <= starts_at),
  unique (option_id, local_start)
) with (fillfactor = 70);
create index departures_experience_date on departures (experience_id, local_date, local_start);
-- What leaves next, by the calendar of each zone.
create index departures_leaving on departures (time_zone, starts_at) where status = 'open';
`)
  }
}
