import { money } from '@mayago/kernel/money.ts'
import type { StoredPicture } from '@mayago/db/entities/catalog.ts'
import type { ExperienceCardRow } from '@mayago/db/queries/experienceCards.ts'
import { toDepartureFrame, type DepartureFrameRow } from '@mayago/db/queries/vacancies.ts'
import type { Locale } from '../context.ts'
import type { ExperienceCard, PictureView } from './catalog.view.ts'

/** What list and page both show of an experience. */
export const toCardBase = (row: ExperienceCardRow) => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  summary: row.summary,
  place: { slug: row.place_slug, name: row.place_name, region: row.region, country: row.country },
  timeZone: row.time_zone,
  category: row.category,
  latitude: row.latitude,
  longitude: row.longitude,
  durationMinutes: row.duration_minutes,
  languages: row.languages,
  priceFrom: money(Number(row.price_from_minor), row.currency),
  rating: row.rating_count === 0 ? null : Math.round((row.rating_sum * 100) / row.rating_count) / 100,
  reviews: row.rating_count,
})

export const toExperienceCard = (
  row: ExperienceCardRow,
  next: DepartureFrameRow | null,
  locale: Locale,
): ExperienceCard => ({
  ...toCardBase(row),
  picture: toPictureView(row.pictures[0], row.title, locale),
  next: next === null ? null : toDepartureFrame(next),
})

/** An experience without pictures yet is shown as an empty frame with its title. */
export const toPictureView = (picture: StoredPicture | undefined, title: string, locale: Locale): PictureView =>
  picture === undefined
    ? { path: '', alt: title, placeholder: '' }
    : {
        path: `/pictures/${picture.key}`,
        alt: picture.alt[locale] ?? picture.alt.en ?? title,
        placeholder: picture.placeholder,
      }
