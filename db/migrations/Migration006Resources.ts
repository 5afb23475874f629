import { Migration } from '@mikro-orm/migrations'

/** What several options share (a guide, a boat), what an option takes of it, and hours between which one may come. */
export class Migration006Resources extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
create table resources (
  id uuid primary key,
  provider_id uuid not null references providers,
  kind text not null constraint resources_kind_is_known check (kind in ('guide', 'boat', 'vehicle', 'room', 'kit')),
  name text not null constraint resources_have_a_name check (length(name) between 1 and 200),
  -- how many of it may be in use at one instant
  quantity integer not null default 1 constraint resources_exist check (quantity between 1 and 10000),
  created_at timestamptz not null default clock_timestamp()
);
create index resources_provider on resources (provider_id);

-- What one departure of the option keeps busy. It goes with its option; a resource that options take cannot go, because
-- they would then be sold without it.
create table option_resources (
  option_id uuid not null references options on delete cascade,
  resource_id uuid not null references resources,
  units integer not null default 1 constraint option_resources_take_some check (units between 1 and 10000),
  primary key (option_id, resource_id)
);
create index option_resources_resource on option_resources (resource_id);

-- On the place's wall. Closing earlier than opening is on the following day: a bar is open from 20:00 to 02:00. The whole
-- day is 00:00 to 24:00. There is one departure a day, and it starts at opening.
alter table schedules
  add column opens_at time,
  add column closes_at time,
  add constraint opening_hours_have_both_ends check ((opens_at is null) = (closes_at is null)),
  add constraint opening_hours_open check (opens_at <> closes_at and opens_at < '24:00'),
  add constraint opening_hours_start_at_opening check (opens_at is null or local_times = array[opens_at]);
`)
  }
}
