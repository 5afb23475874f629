import type { DemoExperience } from '../types.ts'

export default {
  slug: 'yaxha-until-the-light-goes',
  provider: 'peten-callado',
  place: 'tikal-flores',
  category: 'ruins',
  currency: 'USD',
  latitude: 17.0772,
  longitude: -89.4022,
  languages: ['es', 'en'],
  title: { en: 'Yaxhá until the light goes', es: 'Yaxhá hasta que se va la luz' },
  summary: {
    en: 'An afternoon in the city between two lagoons, on Temple 216 for sunset, and out by torch past the crocodiles.',
    es: 'Una tarde en la ciudad de las dos lagunas, atardecer en el Templo 216 y salida con linterna, entre lagartos.',
  },
  description: {
    en: `On the day we counted, Tikal had 1,140 visitors and Yaxhá 61.

Obdulio Tesucún learned the place as a boy, collecting allspice. He takes the old causeways rather than the signs, which means that you come into the Acropolis from the back and meet the spider monkeys at eye level. There are nine pyramids to look at and one to climb. From the top of it you see both lagoons, the island of Topoxté, and no electric light in any direction.

When the sun is down we wait a further quarter of an hour for the sky to finish. Then torches, and at the landing a slow sweep over the water: eyes come up in pairs, orange.`,
    es: `El día que contamos, Tikal tuvo 1,140 visitantes y Yaxhá 61.

Obdulio Tesucún se lo aprendió de niño, juntando pimienta gorda. Va por las calzadas viejas y no por los letreros, así que a la Acrópolis se entra por detrás y a los monos araña se les ve a la altura de los ojos. Hay nueve pirámides para mirar y una para subir. Desde arriba se ven las dos lagunas, la isla de Topoxté y ni una luz eléctrica en ninguna dirección.

Cuando se mete el sol esperamos otro cuarto de hora a que el cielo termine. Luego linternas, y en el embarcadero una pasada despacio sobre el agua: los ojos salen de dos en dos, anaranjados.`,
  },
  itinerary: {
    en: [
      { at: '13:00', text: 'Van from Flores, ninety minutes, the last eleven kilometres unpaved.' },
      { at: '14:45', text: 'Through the city by the Blom causeway. Ball court, Acropolis, the twin-pyramid group.' },
      { at: '17:00', text: 'Up Temple 216 with tamales of chipilín in the rucksack.' },
      { at: '18:20', text: 'Down by torch, to the landing, lights on the water.' },
      { at: '20:30', text: 'Flores.' },
    ],
    es: [
      { at: '13:00', text: 'Bus desde Flores, hora y media, los últimos once kilómetros de terracería.' },
      { at: '14:45', text: 'Por la ciudad, calzada Blom. Juego de pelota, Acrópolis y las pirámides gemelas.' },
      { at: '17:00', text: 'Arriba del Templo 216, con tamalitos de chipilín en la mochila.' },
      { at: '18:20', text: 'Bajada con linterna, embarcadero, luces sobre el agua.' },
      { at: '20:30', text: 'Flores.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Causeway end, Isla de Flores',
      address: 'Calle Sur, Flores, Petén',
      hint: 'Same lamp-post as our early tour. At this hour there is shade on the bank side.',
    },
    es: {
      name: 'Entrada del relleno, Isla de Flores',
      address: 'Calle Sur, Flores, Petén',
      hint: 'El mismo farol del de madrugada. A esta hora hay sombra del lado del banco.',
    },
  },
  included: {
    en: ['Transport', 'Park ticket', 'Guide', 'Tamales and cold water', 'Torch'],
    es: ['Transporte', 'Entrada', 'Guía', 'Tamalitos y agua fría', 'Linterna'],
  },
  notIncluded: {
    en: ['Boat to Topoxté (US$25 for the boat, weather permitting)'],
    es: ['Lancha a Topoxté (US$25 por lancha, si el tiempo deja)'],
  },
  goodToKnow: {
    en: [
      'Five kilometres, one climb of 160 steps.',
      'Mosquitoes at six. There is no wind on the path.',
      'Children from 6 enjoy the torches more than anything.',
      'In September and October the road may be shut for a day; full refund.',
    ],
    es: [
      'Cinco kilómetros y una subida de 160 gradas.',
      'A las seis hay zancudos. En el camino no corre aire.',
      'Desde los 6 años, lo que más les gusta son las linternas.',
      'En septiembre y octubre el camino puede cerrar un día; se devuelve todo.',
    ],
  },
  policy: { kind: 'flexible' },
  options: [
    {
      code: 'afternoon',
      title: { en: 'Afternoon and dusk', es: 'Tarde y anochecer' },
      durationMinutes: 450,
      cutoffMinutes: 180,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 5900, seatsPerUnit: 1, ageMin: 13 },
        {
          type: 'CHILD',
          title: { en: 'Child 6–12', es: 'De 6 a 12 años' },
          priceMinor: 3900,
          seatsPerUnit: 1,
          ageMin: 6,
          ageMax: 12,
          accompanied: true,
        },
        {
          type: 'GROUP',
          title: { en: 'Family of 4, two adults', es: 'Familia de 4, dos adultos' },
          priceMinor: 17500,
          seatsPerUnit: 4,
          max: 2,
        },
      ],
      schedules: [
        {
          season: { from: '11-15', to: '08-31' },
          weekdays: [1, 3, 5, 6],
          times: ['13:00'],
          capacity: 10,
          closed: ['12-24', '12-31'],
        },
        { season: { from: '09-01', to: '11-14' }, weekdays: [6], times: ['13:00'], capacity: 10 },
      ],
    },
  ],
  reviews: [
    {
      author: 'Isolde',
      rating: 5,
      locale: 'en',
      text: 'Six of us on a pyramid and a line of parrots going home. That was all, and it was plenty.',
      party: 2,
      monthsAgo: 3,
    },
    {
      author: 'Edgar Pinelo',
      rating: 4,
      locale: 'es',
      text: 'El camino de tierra sacude hasta los pensamientos. Arriba se le olvida a uno.',
      party: 3,
      monthsAgo: 4,
    },
    {
      author: 'Mina',
      rating: 5,
      locale: 'en',
      text: 'Fourteen pairs of eyes. My daughter kept count and has told everyone at school.',
      party: 3,
      monthsAgo: 6,
    },
  ],
  pictures: [
    {
      kind: 'temple-tall',
      time: 'dusk',
      palette: 'cenote',
      alt: { en: 'A temple against the last light', es: 'Un templo contra la última luz' },
    },
    {
      kind: 'temple-broad',
      time: 'golden',
      palette: 'terracotta',
      alt: { en: 'Low sun on a pyramid’s terraces', es: 'Sol bajo en las terrazas de una pirámide' },
    },
    {
      kind: 'sunrise-pyramid',
      time: 'golden',
      palette: 'jade',
      alt: {
        en: 'Two pyramids above the canopy, the sun low between them',
        es: 'Dos pirámides sobre la copa de los árboles, con el sol bajo entre ellas',
      },
    },
  ],
} satisfies DemoExperience
