import type { DemoExperience } from '../types.ts'

export default {
  slug: 'tikal-in-the-dark',
  provider: 'peten-callado',
  place: 'tikal-flores',
  category: 'ruins',
  currency: 'USD',
  latitude: 17.222,
  longitude: -89.6237,
  languages: ['es', 'en'],
  title: { en: 'Tikal in the dark', es: 'Tikal a oscuras' },
  summary: {
    en: 'Walk in by starlight, sit on Temple IV until the forest wakes up in layers, and see the plaza before breakfast.',
    es: 'Se entra con estrellas, se espera en el Templo IV a que la selva despierte por capas y se ve la plaza en ayunas.',
  },
  description: {
    en: `Most mornings there is no sunrise on Temple IV. There is mist, and out of the mist come sounds, in an order Marvin Chayax can announce beforehand: the mealy parrots, one far howler, all of the howlers, a toucan like a wooden frog. When it clears you find three temples standing in front of you which were there all along.

We ask for silence between the gate and half past six. It is a request; people are usually glad of it.

Then comes talk, plenty of it, on the way down: how a city of sixty thousand lived without a river, what a stela says when you read it aloud, which trees make chewing-gum. The Great Plaza is yours until the first coaches arrive from Flores at about nine.`,
    es: `Casi nunca hay amanecer en el Templo IV. Hay niebla, y de la niebla van saliendo sonidos en un orden que Marvin Chayax anuncia de antemano: los loros, un saraguate lejos, todos los saraguates, un tucán como rana de madera. Cuando abre, delante de usted hay tres templos que estuvieron ahí todo el tiempo.

Pedimos silencio desde la garita hasta las seis y media. Es un favor; la gente suele agradecerlo.

Después sí se habla, y bastante, de bajada: cómo vivieron sesenta mil personas sin río, qué dice una estela leída en voz alta, de qué palo sale el chicle. La Gran Plaza es suya hasta que llegan los primeros buses de Flores, como a las nueve.`,
  },
  itinerary: {
    en: [
      { at: '03:00', text: 'Van from Flores (03:40 from El Remate). Sleep; there is a pillow.' },
      { at: '04:15', text: 'Park gate. Torches low, forty minutes on a flat path.' },
      { at: '05:00', text: 'Up the stair of Temple IV, 196 wooden steps. Coffee from a flask.' },
      { at: '06:30', text: 'Down, and the talking begins. Mundo Perdido, the Window temple.' },
      { at: '07:30', text: 'Great Plaza. Temple II may be climbed; Temple I may not.' },
      { at: '09:15', text: 'Breakfast at the comedor beside the old airstrip.' },
      { at: '11:30', text: 'Flores.' },
    ],
    es: [
      { at: '03:00', text: 'Bus desde Flores (03:40 desde El Remate). Duérmase; hay almohada.' },
      { at: '04:15', text: 'Garita. Linternas bajas, cuarenta minutos de camino plano.' },
      { at: '05:00', text: 'Las gradas del Templo IV, 196 de madera. Café de termo.' },
      { at: '06:30', text: 'De bajada, y ahora sí se habla. Mundo Perdido y el templo de la Ventana.' },
      { at: '07:30', text: 'Gran Plaza. Al Templo II se puede subir; al I no.' },
      { at: '09:15', text: 'Desayuno en el comedor de la pista vieja.' },
      { at: '11:30', text: 'Flores.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Causeway end, Isla de Flores',
      address: 'Calle Sur, Flores, Petén',
      hint: 'Under the lamp by the tuk-tuk rank. The only lit van at that hour; Sucely ticks names.',
    },
    es: {
      name: 'Entrada del relleno, Isla de Flores',
      address: 'Calle Sur, Flores, Petén',
      hint: 'Bajo el farol de los tuk-tuks. El único bus con luz a esa hora; Sucely pasa lista.',
    },
  },
  included: {
    en: ['Transport', 'Park ticket and the early-entry supplement', 'Licensed guide', 'Coffee, breakfast'],
    es: ['Transporte', 'Boleto del parque y suplemento de madrugada', 'Guía con carnet', 'Café y desayuno'],
  },
  notIncluded: { en: ['Museum of ceramics (US$4)', 'Tips'], es: ['Museo de cerámica (US$4)', 'Propinas'] },
  goodToKnow: {
    en: [
      'Bring your passport; the early ticket carries a name.',
      'About 9 km in all. The stair on Temple IV has a rail, and a landing every thirty steps.',
      'A clear sunrise happens perhaps one morning in five, most often in March and April.',
      'Not below 10. The dark path and the silence are long for small ones; they have the 08:00.',
      'Coatis will take your breakfast. Do not negotiate.',
    ],
    es: [
      'Traiga documento; el boleto de madrugada lleva nombre.',
      'Unos 9 km en total. La escalera del Templo IV tiene baranda y un descanso cada treinta gradas.',
      'Amanecer despejado hay quizá una mañana de cada cinco, sobre todo en marzo y abril.',
      'No para menores de 10. El camino oscuro y el silencio se les hacen largos; para ellos está el de las 08:00.',
      'Los pizotes le quitan el desayuno. No negocie.',
    ],
  },
  policy: {
    kind: 'custom',
    steps: [
      { hoursBefore: 48, percent: 100 },
      { hoursBefore: 24, percent: 60 },
      { hoursBefore: 8, percent: 20 },
    ],
  },
  options: [
    {
      code: 'before-dawn',
      title: { en: 'Before dawn, from Flores', es: 'De madrugada, desde Flores' },
      durationMinutes: 510,
      cutoffMinutes: 900,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 7800, seatsPerUnit: 1, ageMin: 16 },
        {
          type: 'YOUTH',
          title: { en: 'Ages 10–15', es: 'De 10 a 15 años' },
          priceMinor: 6200,
          seatsPerUnit: 1,
          ageMin: 10,
          ageMax: 15,
          accompanied: true,
        },
      ],
      schedules: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], times: ['03:00'], capacity: 12, closed: ['12-25', '01-01'] }],
    },
    {
      code: 'daylight',
      title: { en: 'Daylight, slower, meet at the park', es: 'Con luz, más despacio, en el parque' },
      durationMinutes: 300,
      cutoffMinutes: 120,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 4200, seatsPerUnit: 1, ageMin: 16 },
        {
          type: 'CHILD',
          title: { en: 'Child 5–15', es: 'De 5 a 15 años' },
          priceMinor: 2400,
          seatsPerUnit: 1,
          ageMin: 5,
          ageMax: 15,
          accompanied: true,
        },
        {
          type: 'INFANT',
          title: { en: 'Under 5, in a carrier', es: 'Menor de 5, en mochila' },
          priceMinor: 0,
          seatsPerUnit: 0,
          ageMin: 0,
          ageMax: 4,
          max: 2,
          accompanied: true,
        },
      ],
      schedules: [{ weekdays: [2, 4, 6, 7], times: ['08:00'], capacity: 15, closed: ['12-25', '01-01'] }],
    },
  ],
  reviews: [
    {
      author: 'Lena M.',
      rating: 5,
      locale: 'en',
      text: 'No sun. He had told us there would be no sun. I would not swap it for any sunrise I have seen.',
      party: 2,
      monthsAgo: 2,
    },
    {
      author: 'Josué Canek',
      rating: 5,
      locale: 'es',
      text: 'Dijo «ahora viene el tucán» y vino el tucán. Así toda la mañana.',
      party: 3,
      monthsAgo: 3,
    },
    {
      author: 'Christine V.',
      rating: 3,
      locale: 'en',
      text: 'Another company’s group talked the whole time on the temple. Not their fault, and the guide did go over. It still broke the spell.',
      party: 2,
      monthsAgo: 5,
      reply: 'We have now agreed one quiet quarter of an hour with the two other outfits. It mostly holds.',
    },
    {
      author: 'Benjamín y Flor',
      rating: 5,
      locale: 'es',
      text: 'Fuimos al de las 8 con la nena en mochila. Marvin cargó el agua, la pañalera y la conversación.',
      party: 3,
      monthsAgo: 6,
    },
    { author: 'Ash', rating: 4, locale: 'en', text: 'A coati took my breakfast.', party: 1, monthsAgo: 8 },
  ],
  pictures: [
    {
      kind: 'temple-tall',
      time: 'night',
      palette: 'jade',
      alt: { en: 'A tall temple above the forest under the moon', es: 'Un templo alto sobre la selva bajo la luna' },
    },
    {
      kind: 'sunrise-pyramid',
      time: 'dawn',
      palette: 'cenote',
      alt: {
        en: 'The sun comes up between two pyramids over the jungle',
        es: 'El sol sale entre dos pirámides sobre la selva',
      },
    },
    {
      kind: 'temple-tall',
      time: 'day',
      palette: 'maize',
      alt: {
        en: 'The temple’s stair and roof comb in full daylight',
        es: 'La escalinata y la crestería del templo a plena luz',
      },
    },
  ],
} satisfies DemoExperience
