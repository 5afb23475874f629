import { Migration } from '@mikro-orm/migrations'

/**
 * What lists narrow and order by, one row a published experience. It is made from `experiences` and `experience_texts` by
 * the triggers here, in the statement that changes them, and by nothing else. The words are both languages' together.
 */
export class Migration008Listings extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
create extension if not exists btree_gin;

create table listings (
  experience_id uuid not null references experiences on delete cascade,
  place_slug text not null,
  category text not null,
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  price_from_minor bigint not null,
  party_max smallint not null,
  -- Drawn towards four while few have rated.
  rating double precision not null,
  point earth not null,
  -- Of titles and names; of all that is told.
  title tsvector not null,
  words tsvector not null,
  primary key (experience_id) include (category, party_max)
);

create aggregate tsvector_join (tsvector) (sfunc = tsvector_concat, stype = tsvector, initcond = '');

-- Makes these experiences' rows anew, or takes them away: one that is not published, or has no text, is not listed. Who
-- changes one experience's texts in two transactions waits here, so that the later sees what the earlier wrote.
create function list_experiences(ids uuid[]) returns void language sql as $$
  select from experiences where id = any(ids) order by id for no key update;
  delete from listings l where l.experience_id = any(ids) and not exists (
    select from experiences e join experience_texts t on t.experience_id = e.id
    where e.id = l.experience_id and e.status = 'published');
  insert into listings as l
    select e.id, e.place_slug, e.category, e.currency, e.price_from_minor, e.party_max,
      (e.rating_sum + 40)::float8 / (e.rating_count + 10), ll_to_earth(e.latitude, e.longitude), text.title, text.words
    from experiences e cross join lateral (
      select strip(tsvector_join(to_tsvector(language, plain_text(t.title)) || names)) as title,
        strip(tsvector_join(to_tsvector(language, plain_text(t.title || ' ' || t.summary || ' ' || t.description)) || names)) as words,
        count(*) as texts
      from experience_texts t cross join lateral (
        select case t.locale when 'es' then 'spanish'::regconfig else 'english'::regconfig end as language,
          to_tsvector('simple', plain_text(t.search_extra)) as names) as meant
      where t.experience_id = e.id) as text
    where e.id = any(ids) and e.status = 'published' and text.texts > 0
    on conflict (experience_id) do update set
      place_slug = excluded.place_slug, category = excluded.category, currency = excluded.currency,
      price_from_minor = excluded.price_from_minor, party_max = excluded.party_max, rating = excluded.rating,
      point = excluded.point, title = excluded.title, words = excluded.words
    where (l.place_slug, l.category, l.currency, l.price_from_minor, l.party_max, l.rating, l.point, l.title, l.words)
      is distinct from (excluded.place_slug, excluded.category, excluded.currency, excluded.price_from_minor,
        excluded.party_max, excluded.rating, excluded.point, excluded.title, excluded.words);
$$;

-- As before, but what the languages agree on is said once: said three times, it was thought to be found three times as often.
create or replace function word_query(word text, marks text, reader regconfig) returns tsquery language sql immutable parallel safe
  as $$
    select case when bare = '' or numnode(to_tsquery(reader, bare)) = 0 then ''::tsquery
      else (select string_agg(distinct meant::text, ' | ')::tsquery
            from unnest(array[to_tsquery('english', asked), to_tsquery('spanish', asked), to_tsquery('simple', asked)]) as meant
            where numnode(meant) > 0) end
    from (select bare, bare || case when marks = '' then '' else ':' || marks end as asked
          from regexp_replace(plain_text(lower(word)), '[^[:alnum:]]', '', 'g') as bare) as words
  $$;

create function list_changed_experiences() returns trigger language plpgsql as $$
begin
  perform list_experiences(array(select id from changed));
  return null;
end $$;
create trigger experiences_listed after update on experiences
  referencing new table as changed for each statement execute function list_changed_experiences();

create function list_changed_texts() returns trigger language plpgsql as $$
begin
  perform list_experiences(array(select distinct experience_id from changed));
  return null;
end $$;
create trigger experience_texts_inserted after insert on experience_texts
  referencing new table as changed for each statement execute function list_changed_texts();
create trigger experience_texts_updated after update on experience_texts
  referencing new table as changed for each statement execute function list_changed_texts();
create trigger experience_texts_deleted after delete on experience_texts
  referencing old table as changed for each statement execute function list_changed_texts();

select list_experiences(array(select id from experiences));

create index listings_rating on listings (rating desc, experience_id) include (category, party_max);
create index listings_place on listings (place_slug, rating desc, experience_id) include (category, party_max);
create index listings_category on listings (category, rating desc, experience_id) include (party_max);
create index listings_price on listings (currency, price_from_minor, experience_id) include (category, party_max);
create index listings_point on listings using gist (point) include (category, party_max);
-- Written at once: a list of what is yet to be merged would be read by every search.
create index listings_words on listings using gin (words, title, place_slug, category) with (fastupdate = off);

drop index experiences_place, experiences_party, experiences_category, experiences_price, experiences_order;
alter table experience_texts drop column search, drop column search_title;
`)
  }
}
