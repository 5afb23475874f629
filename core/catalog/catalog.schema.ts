import { z } from 'zod'
import { CURRENCIES } from '@mayago/kernel/money.ts'
import { PAGE_SIZE_MAX } from '@mayago/kernel/page.ts'
import { localDate, number, optional, plainText, uuid, whole } from '../inputParts.ts'
import { listOrder } from '../listOrder.ts'

export const CATEGORIES = ['water', 'ruins', 'food', 'workshop', 'nature', 'town', 'night'] as const

const slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a slug')

export const experienceOrder = listOrder({
  recommended:
    'words of `q` in titles and names before words in texts, then the nearest to the point, without one the best rated first',
  price:
    'the lowest `priceFrom` first, within each currency: nothing is converted, and without `currency` one currency comes after the other, by code',
  '-price': 'the same from its end',
  '-rating': 'the best rated first, each rating drawn towards four while few have rated',
  rating: 'the same from its end',
  distance: 'the nearest first, to `lat` and `lng`, else to `place`: one of them must be there',
})

export const listExperiencesInput = z
  .object({
    q: optional(plainText(200)),
    place: optional(slug),
    lat: optional(number.pipe(z.number().min(-90).max(90))),
    lng: optional(number.pipe(z.number().min(-180).max(180))),
    /** Around the point, or around the place; 25 around a point when left out. */
    radiusKm: optional(number.pipe(z.number().positive().max(1000))),
    date: optional(localDate),
    party: optional(whole(1, 100)),
    category: optional(z.enum(CATEGORIES)),
    /** Minor units of `currency`; without one, of each experience's own. */
    priceMax: optional(whole(0, 1_000_000_000_000)),
    currency: optional(z.enum(CURRENCIES)),
    sort: experienceOrder.input,
    limit: optional(whole(1, PAGE_SIZE_MAX)),
    cursor: optional(z.string().max(400)),
  })
  .refine((input) => (input.lat === undefined) === (input.lng === undefined), {
    path: ['lng'],
    message: 'lat and lng go together',
  })
  .refine(({ sort, lat, place }) => sort !== 'distance' || lat !== undefined || place !== undefined, {
    path: ['sort'],
    message: 'distance needs lat and lng, or a place',
  })
export type ListExperiencesInput = Partial<z.output<typeof listExperiencesInput>>

export const getExperienceInput = z.object({ idOrSlug: plainText(120).min(1) })
export type GetExperienceInput = z.infer<typeof getExperienceInput>

export const suggestInput = z.object({ q: plainText(100) })
export type SuggestInput = z.infer<typeof suggestInput>

export const leavingSoonInput = z.object({
  place: optional(slug),
  day: z.enum(['today', 'tomorrow']),
  limit: optional(whole(1, 24)),
})
export type LeavingSoonInput = Pick<z.output<typeof leavingSoonInput>, 'day'> &
  Partial<z.output<typeof leavingSoonInput>>

export const savedIdInput = z.object({ experienceId: uuid })
export type SavedIdInput = z.infer<typeof savedIdInput>

export const savedOrder = listOrder({ '-savedAt': 'the latest first', savedAt: 'the earliest first' })

export const listSavedInput = z.object({
  sort: savedOrder.input,
  limit: optional(whole(1, PAGE_SIZE_MAX)),
  cursor: optional(z.string().max(400)),
})
export type ListSavedInput = Partial<z.output<typeof listSavedInput>>
