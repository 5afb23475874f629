import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { queryRow } from '../sql.ts'

/** What travelers read of a provider. */
export interface ProviderProfile {
  id: string
  slug: string
  name: string
  since: number
  about: string
}

/** In the reader's language, else in English, else in whatever there is. */
export const findProviderProfile = (
  em: SqlEntityManager,
  providerId: string,
  locale: string,
): Promise<ProviderProfile | null> =>
  queryRow(
    em,
    `select p.id, p.slug, p.name, p.since_year as since,
       (select about from provider_texts t where t.provider_id = p.id
        order by t.locale = $2 desc, t.locale = 'en' desc limit 1) as about
     from providers p where p.id = $1`,
    [providerId, locale],
  )
