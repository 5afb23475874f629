import type { Faker } from '@faker-js/faker'
import type { Random } from '@mayago/kernel/random.ts'

export type LargeCategory = 'water' | 'ruins' | 'food' | 'workshop' | 'nature' | 'town' | 'night'

/** What goes on, by category, in both languages: enough to search by, without a claim to be true. */
const ACTIVITIES: Record<LargeCategory, readonly (readonly [en: string, es: string])[]> = {
  water: [
    ['Kayak', 'Kayak'],
    ['Sailing', 'Vela'],
    ['Snorkelling', 'Esnórquel'],
    ['Canoe', 'Canoa'],
    ['Surf lesson', 'Clase de surf'],
  ],
  ruins: [
    ['Temple walk', 'Paseo por templos'],
    ['Archaeology day', 'Día de arqueología'],
    ['Pyramid at dawn', 'Pirámide al alba'],
  ],
  food: [
    ['Market breakfast', 'Desayuno de mercado'],
    ['Cooking class', 'Clase de cocina'],
    ['Cacao tasting', 'Cata de cacao'],
    ['Street food', 'Antojitos'],
  ],
  workshop: [
    ['Pottery', 'Cerámica'],
    ['Weaving', 'Telar'],
    ['Woodcut', 'Grabado en madera'],
    ['Natural dyes', 'Tintes naturales'],
  ],
  nature: [
    ['Birding', 'Avistamiento de aves'],
    ['Cenotes', 'Cenotes'],
    ['Forest hike', 'Caminata por la selva'],
    ['Horse ride', 'Paseo a caballo'],
  ],
  town: [
    ['Old quarter on foot', 'Barrio viejo a pie'],
    ['Bicycle round', 'Vuelta en bicicleta'],
    ['Photography walk', 'Paseo fotográfico'],
  ],
  night: [
    ['Stargazing', 'Noche de estrellas'],
    ['Ghost stories', 'Cuentos de espantos'],
    ['Night market', 'Mercado nocturno'],
  ],
}
export const LARGE_CATEGORIES = Object.keys(ACTIVITIES) as LargeCategory[]

export interface LargeText {
  locale: 'en' | 'es'
  title: string
  summary: string
  description: string
}

/** Both languages of one experience. */
export const largeTexts = (faker: Faker, random: Random, category: LargeCategory): LargeText[] => {
  const [en, es] = random.pick(ACTIVITIES[category])
  const [guide, street] = [faker.person.firstName(), faker.location.street()]
  const story = faker.lorem.sentences({ min: 3, max: 6 })
  return [
    {
      locale: 'en',
      title: `${en} with ${guide} from ${street}`,
      summary: `${en} in a small group: ${faker.lorem.sentence(6)}`,
      description: story,
    },
    {
      locale: 'es',
      title: `${es} con ${guide} desde ${street}`,
      summary: `${es} en grupo pequeño: ${faker.lorem.sentence(6)}`,
      description: story,
    },
  ]
}
