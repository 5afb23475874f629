import { Migration } from '@mikro-orm/migrations'

/** What is sold: places, experiences, their options and units, with texts by locale. */
export class Migration002Catalog extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
create table places (
  slug text primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  country char(2) not null check (country ~ '^[A-Z]{2}$'),
  time_zone text not null check (is_time_zone(time_zone)),
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180)
);

create table place_texts (
  place_slug text not null references places on delete cascade,
  locale text not null check (locale ~ '^[a-z]{2}$'),
  name text not null,
  region text not null,
  primary key (place_slug, locale)
);
alter table providers add foreign key (place_slug) references places;

create table experiences (
  id uuid primary key,
  provider_id uuid not null references providers,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  status text not null default 'published' check (status in ('draft', 'published', 'paused', 'archived')),
  place_slug text not null references places,
  category text not null check (category in ('water', 'ruins', 'food', 'workshop', 'nature', 'town', 'night')),
  time_zone text not null check (is_time_zone(time_zone)),
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  languages text[] not null check (cardinality(languages) > 0),
  duration_minutes integer not null check (duration_minutes between 1 and 20160),
  price_from_minor bigint not null check (price_from_minor >= 0),
  party_max smallint not null default 20 check (party_max between 1 and 100),
  confirmation text not null default 'instant' check (confirmation in ('instant', 'on_request')),
  -- { kind, steps: [{ hoursBefore, percent }] }, from the most to the least generous
  policy jsonb not null check (jsonb_typeof(policy -> 'steps') = 'array'),
  -- [{ key, kind, time, palette, seed, placeholder, alt: { en, es } }], the first is the cover
  pictures jsonb not null default '[]' check (jsonb_typeof(pictures) = 'array'),
  rating_sum integer not null default 0 check (rating_sum >= 0),
  rating_count integer not null default 0 check (rating_count >= 0 and rating_sum between rating_count and 5 * rating_count),
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);
create index experiences_provider on experiences (provider_id);
create index experiences_place on experiences using gist (ll_to_earth(latitude, longitude));
create index experiences_place_slug on experiences (place_slug, id) where status = 'published';
create index experiences_party on experiences (party_max) where status = 'published';
create index experiences_category on experiences (category, id) where status = 'published';
create index experiences_price on experiences (currency, price_from_minor, id) where status = 'published';
-- The order of lists: the best rated first, weighted by how many said so.
create index experiences_order on experiences (((rating_sum + 40.0) / (rating_count + 10)) desc, id) where status = 'published';

create table experience_texts (
  experience_id uuid not null references experiences on delete cascade,
  locale text not null check (locale ~ '^[a-z]{2}$'),
  machine boolean not null default false,
  title text not null check (length(title) between 1 and 200),
  summary text not null check (length(summary) <= 300),
  description text not null,
  itinerary jsonb not null default '[]',
  meeting_point jsonb not null,
  included text[] not null default '{}',
  not_included text[] not null default '{}',
  good_to_know text[] not null default '{}',
  -- Place and provider names are put in by whoever writes the row, so that one index answers.
  search_extra text not null default '',
  search_title tsvector generated always as (
    to_tsvector(case locale when 'es' then 'spanish'::regconfig else 'english'::regconfig end, plain_text(title)) ||
    to_tsvector('simple', plain_text(search_extra))
  ) stored,
  search tsvector generated always as (
    to_tsvector(case locale when 'es' then 'spanish'::regconfig else 'english'::regconfig end,
      plain_text(title || ' ' || summary || ' ' || description)) ||
    to_tsvector('simple', plain_text(search_extra))
  ) stored,
  primary key (experience_id, locale)
);
create index experience_texts_search on experience_texts using gin (search);
create index experience_texts_search_title on experience_texts using gin (search_title);

-- Every word of titles, names and summaries, so that a mistyped one finds its neighbours. Words stay when texts go:
-- they only ever propose.
create table search_words (word text collate "C" primary key check (length(word) between 3 and 40));
create index search_words_trigram on search_words using gist (word gist_trgm_ops);

create function collect_search_words() returns trigger language plpgsql as $$
begin
  insert into search_words
    select distinct word from written,
      regexp_split_to_table(lower(plain_text(title || ' ' || search_extra || ' ' || summary)), '[^[:alnum:]]+') as word
    where length(word) between 3 and 40
    order by word
    on conflict do nothing;
  return null;
end $$;
create trigger collect_search_words_inserted after insert on experience_texts
  referencing new table as written for each statement execute function collect_search_words();
create trigger collect_search_words_updated after update on experience_texts
  referencing new table as written for each statement execute function collect_search_words();

-- One word as asked for, in any language we index, open at its end when marked "*". A stop word of the reader's language
-- asks for nothing.
create function word_query(word text, marks text, reader regconfig) returns tsquery language sql immutable parallel safe
  as $$
    select case when bare = '' or numnode(to_tsquery(reader, bare)) = 0 then ''::tsquery
      else to_tsquery('english', asked) || to_tsquery('spanish', asked) || to_tsquery('simple', asked) end
    from (select bare, bare || case when marks = '' then '' else ':' || marks end as asked
          from regexp_replace(plain_text(lower(word)), '[^[:alnum:]]', '', 'g') as bare) as words
  $$;

create table options (
  id uuid primary key,
  experience_id uuid not null references experiences on delete cascade,
  code text not null,
  position smallint not null default 0,
  availability text not null default 'start_times' check (availability in ('start_times', 'opening_hours')),
  duration_minutes integer not null check (duration_minutes between 1 and 20160),
  cutoff_minutes integer not null default 60 check (cutoff_minutes between 0 and 43200),
  unique (experience_id, code)
);

create table option_texts (
  option_id uuid not null references options on delete cascade,
  locale text not null check (locale ~ '^[a-z]{2}$'),
  machine boolean not null default false,
  title text not null,
  primary key (option_id, locale)
);

create table units (
  id uuid primary key,
  option_id uuid not null references options on delete cascade,
  type text not null check (type in ('ADULT', 'CHILD', 'INFANT', 'YOUTH', 'SENIOR', 'GROUP')),
  position smallint not null default 0,
  price_minor bigint not null check (price_minor >= 0),
  seats_per_unit smallint not null default 1 check (seats_per_unit between 0 and 100),
  age_min smallint check (age_min between 0 and 120),
  age_max smallint check (age_max between 0 and 120),
  min_quantity smallint not null default 0 check (min_quantity >= 0),
  max_quantity smallint not null default 20 check (max_quantity >= 1),
  -- May only come with somebody of a unit that is not itself accompanied.
  accompanied boolean not null default false,
  check (age_min is null or age_max is null or age_min <= age_max),
  check (min_quantity <= max_quantity)
);
create index units_option on units (option_id, position);

create table unit_texts (
  unit_id uuid not null references units on delete cascade,
  locale text not null check (locale ~ '^[a-z]{2}$'),
  machine boolean not null default false,
  title text not null,
  primary key (unit_id, locale)
);
`)
  }
}
