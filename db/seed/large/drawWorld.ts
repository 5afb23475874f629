import type { Currency } from '@mayago/kernel/money.ts'
import { seededRandom, type Random } from '@mayago/kernel/random.ts'
import { LARGE_CATEGORIES, largeTexts, type LargeCategory, type LargeText } from './largeTexts.ts'

export interface LargePlace {
  slug: string
  name: string
  time_zone: string
  latitude: number
  longitude: number
  currency: Currency
}

/** One experience of the large world, before it becomes rows. */
export interface LargeExperience {
  n: number
  place: LargePlace
  category: LargeCategory
  texts: LargeText[]
  latitude: number
  longitude: number
  priceMinor: number
  durationMinutes: number
  capacity: number
  times: string[]
  ratings: number
  ratingSum: number
}

const START_TIMES = ['06:30', '08:00', '09:30', '11:00', '14:00', '16:30', '19:00']

/** Prices start here, in the minor units of each place's own currency. */
const PRICE_FROM: Partial<Record<Currency, number>> = {
  JPY: 3000,
  KWD: 8000,
  MXN: 40_000,
  GTQ: 18_000,
  HNL: 50_000,
  MAD: 20_000,
}

/** The same world for the same places and count. */
export const drawWorld = async (places: readonly LargePlace[], count: number): Promise<LargeExperience[]> => {
  const { faker } = await import('@faker-js/faker')
  faker.seed(20_260_101)
  const random = seededRandom(20_260_101)
  return Array.from({ length: count }, (_, n) => {
    const place = random.pick(places)
    const category = random.pick(LARGE_CATEGORIES)
    const ratings = random.chance(0.7) ? random.int(1, 120) : 0
    return {
      n,
      place,
      category,
      texts: largeTexts(faker, random, category),
      latitude: around(place.latitude, 89, random),
      longitude: around(place.longitude, 179, random),
      priceMinor: (PRICE_FROM[place.currency] ?? 2500) * random.int(1, 9),
      durationMinutes: random.int(4, 32) * 15,
      capacity: random.int(4, 24),
      times: random
        .shuffle(START_TIMES)
        .slice(0, random.chance(0.3) ? 2 : 1)
        .sort(),
      ratings,
      ratingSum: ratings === 0 ? 0 : Math.min(5 * ratings, Math.round(ratings * (3.4 + 1.6 * random.next()))),
    }
  })
}

/** Within half a degree, some 50 km, and denser towards the middle. */
const around = (degrees: number, max: number, random: Random): number =>
  Math.max(-max, Math.min(max, Number((degrees + (random.next() - random.next()) / 2).toFixed(5))))
