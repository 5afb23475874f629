import { Migration } from '@mikro-orm/migrations'

/** A word's beginning is looked for as it was typed: its stem may be shorter, and begins words that nobody meant. */
export class Migration021Beginnings extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
create or replace function word_query(word text, marks text, reader regconfig) returns tsquery language sql immutable parallel safe
  as $$
    select case when bare = '' or numnode(to_tsquery(reader, bare)) = 0 then ''::tsquery
      else (select string_agg(distinct meant::text, ' | ')::tsquery
            from unnest(array[to_tsquery('english', bare), to_tsquery('spanish', bare),
                              to_tsquery('simple', bare || case when marks = '' then '' else ':' || marks end)]) as meant
            where numnode(meant) > 0) end
    from regexp_replace(plain_text(lower(word)), '[^[:alnum:]]', '', 'g') as bare
  $$;
`)
  }
}
