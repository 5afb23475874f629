import type { DemoExperience } from '../types.ts'

export default {
  slug: 'listening-to-stingless-bees',
  provider: 'taller-ceiba',
  place: 'valladolid',
  category: 'nature',
  currency: 'MXN',
  latitude: 20.6308,
  longitude: -88.2169,
  languages: ['es', 'yua'],
  title: { en: 'Listening to stingless bees', es: 'Escuchar a las abejas meliponas' },
  summary: {
    en: 'Put your ear to a hollow log and hear the colony inside: an hour and a half in a Maya bee house.',
    es: 'Pega la oreja al tronco y oye a la colonia: hora y media en un meliponario de Chichimilá.',
  },
  description: {
    en: `Xunáan kab, the lady bee, has no sting. She guards her door with a single sentry whose head is exactly as wide as the hole. The Maya kept her in hollow logs for two thousand years; then sugar came, and forests went, and by the nineties there were few logs left.

Don Aurelio Tuz kept three. Today his family looks after forty of them under a palm roof, beside a garden planted only with what the bees visit. You hear a colony before you see one. When he opens the end of a log you look at wax like grey petals and pots of honey the size of a grape, and taste from one of them with a splinter of wood: sour first, then flowers.

This is an open house. Come when you like between the times below, stay for the telling, sit in the garden as long as it pleases you.`,
    es: `La xunáan kab, la señora abeja, no pica. Cuida su puerta con una sola guardiana que tiene la cabeza del tamaño exacto del agujero. Los mayas la criaron dos mil años en troncos huecos; luego llegó el azúcar, se fue el monte, y en los noventa ya casi no quedaban jobones.

Don Aurelio Tuz guardó tres. Hoy su familia cuida cuarenta bajo un techo de guano, junto a un jardín donde solo se siembra lo que ellas visitan. Primero se oyen y después se ven. Cuando don Aurelio destapa un jobón aparecen pétalos de cera gris y ollitas de miel del tamaño de una uva; la pruebas con una astilla: ácida al principio, y luego flores.

Es casa abierta. Llega cuando gustes en los horarios de abajo, quédate a la plática y al jardín lo que quieras.`,
  },
  itinerary: {
    en: [
      { at: '08:00', text: 'The sentries open up. Visit the garden first: chaya, dzidzilche, basil gone to seed.' },
      {
        at: '08:20',
        text: 'Under the roof, ear to the wood. Don Aurelio opens one log, never the same one twice in a month.',
      },
      { at: '08:55', text: 'Tasting: this year’s honey, last year’s honey, and the pollen that nobody likes.' },
      { at: '09:15', text: 'Lip balm from their wax, stirred over a candle. Take your tin with you.' },
    ],
    es: [
      { at: '08:00', text: 'Abren las guardianas. Primero el jardín: chaya, dzidzilché, albahaca espigada.' },
      {
        at: '08:20',
        text: 'Bajo el techo, la oreja en la madera. Don Aurelio destapa un solo jobón, nunca el mismo en el mes.',
      },
      { at: '08:55', text: 'Se prueba la miel de este año, la del pasado y el polen, que no le gusta a nadie.' },
      { at: '09:15', text: 'Bálsamo de labios con su cera, al calor de una vela. Te llevas tu latita.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Meliponario Tuz',
      address: 'Calle 18 no. 96, Chichimilá, Yucatán, 6 km south of Valladolid',
      hint: 'A green gate with a log painted on it. Colectivos from Calle 39 in Valladolid stop at the church, two blocks away.',
    },
    es: {
      name: 'Meliponario Tuz',
      address: 'Calle 18 núm. 96, Chichimilá, Yucatán, a 6 km de Valladolid',
      hint: 'Reja verde con un tronco pintado. Los colectivos de la calle 39 de Valladolid paran en la iglesia, a dos cuadras.',
    },
  },
  included: {
    en: [
      'Visit with don Aurelio or his daughter Mariana',
      'Honey and pollen tasting',
      'A tin of balm you made',
      'Cold hibiscus water',
    ],
    es: [
      'Visita con don Aurelio o su hija Mariana',
      'Degustación de miel y polen',
      'La latita de bálsamo que hiciste',
      'Agua de jamaica fría',
    ],
  },
  notIncluded: {
    en: ['Transport from Valladolid', 'Honey to take home: 250 ml for MX$380 while there is any'],
    es: ['Transporte desde Valladolid', 'Miel para llevar: 250 ml en $380 mientras haya'],
  },
  goodToKnow: {
    en: [
      'These bees do not sting. They may walk on you; let them.',
      'No perfume or repellent, please: they smell it from the garden gate.',
      'Level ground and wide paths, fine for wheelchairs and prams. The toilet has one step.',
      'In heavy rain the bees stay in and so does the conversation. The visit takes place.',
      'Told in Spanish or Maya; there is a printed English text to follow along.',
    ],
    es: [
      'Estas abejas no pican. Puede que te caminen encima; déjalas.',
      'Sin perfume ni repelente, por favor: lo huelen desde la reja.',
      'Piso parejo y caminos anchos, se puede con silla de ruedas o carriola. El baño tiene un escalón.',
      'Si llueve fuerte ellas no salen y la plática sigue. La visita se hace.',
    ],
  },
  policy: { kind: 'flexible' },
  options: [
    {
      code: 'open-house',
      title: { en: 'Open house', es: 'Casa abierta' },
      durationMinutes: 90,
      cutoffMinutes: 30,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 28000, seatsPerUnit: 1, ageMin: 15 },
        {
          type: 'CHILD',
          title: { en: 'Child 4–14', es: 'De 4 a 14 años' },
          priceMinor: 14000,
          seatsPerUnit: 1,
          ageMin: 4,
          ageMax: 14,
          accompanied: true,
        },
        {
          type: 'INFANT',
          title: { en: 'Under 4', es: 'Menor de 4' },
          priceMinor: 0,
          seatsPerUnit: 0,
          ageMin: 0,
          ageMax: 3,
          accompanied: true,
        },
        { type: 'SENIOR', title: { en: 'From 65', es: 'Desde 65' }, priceMinor: 20000, seatsPerUnit: 1, ageMin: 65 },
      ],
      schedules: [
        {
          weekdays: [1, 3, 4, 5, 6, 7],
          times: ['08:00', '10:00', '16:00'],
          capacity: null,
          closed: ['01-01', '05-03', '12-25'],
        },
      ],
    },
  ],
  reviews: [
    {
      author: 'Fernanda Aké',
      rating: 5,
      locale: 'es',
      text: 'Don Aurelio le habla de usted a las abejas. Con eso te digo todo.',
      party: 2,
      monthsAgo: 2,
    },
    {
      author: 'Tilda S.',
      rating: 4,
      locale: 'en',
      text: 'My Spanish is poor, so I lived off the printed sheet and his hands, which explain a lot. Would be five with someone translating. The humming I will not forget.',
      party: 1,
      monthsAgo: 3,
      reply: 'Mariana is learning English on Tuesday evenings. Give us a winter.',
    },
    {
      author: 'Los Medina',
      rating: 5,
      locale: 'es',
      text: 'Fuimos con una niña que les tenía pánico a las abejas. Salió con una en la manga y sin querer irse.',
      party: 4,
      monthsAgo: 6,
    },
    {
      author: 'Owen',
      rating: 5,
      locale: 'en',
      text: 'Cheapest hour of our trip and the one I talk about.',
      party: 2,
      monthsAgo: 8,
    },
  ],
  pictures: [
    {
      kind: 'coffee-farm',
      time: 'dawn',
      palette: 'maize',
      alt: {
        en: 'A low house with a tiled roof among flowering rows, early sun behind',
        es: 'Una casa baja de tejas entre surcos en flor, con el sol temprano detrás',
      },
    },
    {
      kind: 'cacao-grove',
      time: 'day',
      palette: 'jade',
      alt: {
        en: 'A shaded path between cacao trees, somebody in a straw hat at its end',
        es: 'Un camino con sombra entre matas de cacao y alguien con sombrero de paja al fondo',
      },
    },
    {
      kind: 'kitchen',
      time: 'golden',
      palette: 'maize',
      alt: {
        en: 'Pots, chillies and garlic in a kitchen with afternoon in the window',
        es: 'Ollas, chiles y ajos en una cocina con la tarde en la ventana',
      },
    },
  ],
} satisfies DemoExperience
