import { Migration } from '@mikro-orm/migrations'

/** Users and the organisations that run experiences; extensions and the one clock that judges holds. */
export class Migration001People extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
create extension if not exists citext;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists cube;
create extension if not exists earthdistance;
create extension if not exists btree_gist;

-- Whether a hold has lapsed is judged by this and nothing else; tests replace its body to move time.
create function seat_now() returns timestamptz language sql volatile parallel safe
  as $$ select clock_timestamp() $$;

-- unaccent() is only STABLE because its dictionary may be changed; ours is not, and an index needs IMMUTABLE.
create function plain_text(text) returns text language sql immutable parallel safe strict
  as $$ select public.unaccent('public.unaccent', $1) $$;

create function is_time_zone(zone text) returns boolean language plpgsql immutable parallel safe as $$
begin
  perform now() at time zone zone;
  return true;
exception when invalid_parameter_value then
  return false;
end $$;

create table users (
  id uuid primary key,
  email citext not null unique check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  name text not null check (length(name) between 1 and 200),
  locale text not null default 'en' check (locale ~ '^[a-z]{2}(-[A-Z]{2})?$'),
  created_at timestamptz not null default clock_timestamp()
);

create table providers (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (length(name) between 1 and 200),
  since_year smallint not null check (since_year between 1900 and 2200),
  place_slug text not null,
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  email citext not null,
  phone text not null check (phone ~ '^\\+[1-9][0-9]{6,14}$'),
  commission_percent smallint not null default 15 check (commission_percent between 0 and 100),
  created_at timestamptz not null default clock_timestamp()
);

create table provider_texts (
  provider_id uuid not null references providers on delete cascade,
  locale text not null check (locale ~ '^[a-z]{2}$'),
  machine boolean not null default false,
  about text not null,
  primary key (provider_id, locale)
);

create table provider_members (
  provider_id uuid not null references providers on delete cascade,
  user_id uuid not null references users on delete cascade,
  role text not null check (role in ('owner', 'manager', 'guide')),
  created_at timestamptz not null default clock_timestamp(),
  primary key (provider_id, user_id)
);
create index provider_members_user on provider_members (user_id);
`)
  }
}
