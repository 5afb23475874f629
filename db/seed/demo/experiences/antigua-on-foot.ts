import type { DemoExperience } from '../types.ts'

export default {
  slug: 'antigua-on-foot',
  provider: 'tres-volcanes',
  place: 'antigua',
  category: 'town',
  currency: 'GTQ',
  latitude: 14.5567,
  longitude: -90.7335,
  languages: ['es', 'en'],
  title: { en: 'Antigua on foot', es: 'La Antigua a pie' },
  summary: {
    en: 'Three hours through a city that fell down on 29 July 1773, with someone who restores what is left.',
    es: 'Tres horas por la ciudad que se cayó el 29 de julio de 1773, con alguien que restaura lo que quedó.',
  },
  description: {
    en: `The capital was ordered to move after the earthquake. The people with no money to move stayed, kept chickens in the cathedral, and that is why there is an Antigua.

Estuardo Morales has spent eleven years on scaffolding, repointing vaults with lime and cactus juice. He walks you past the famous arch at the hour it is empty, then to places that have a door but no sign: the round tower of the Capuchin nuns with its eighteen cells and unexplained cellar; the washing tanks of Santa Clara, still in use; a bakery whose oven survived both 1773 and 1976.

Every few corners he stops and asks which of three cracks is dangerous. By noon you will know.`,
    es: `Después del terremoto se ordenó trasladar la capital. Los que no tenían con qué trasladarse se quedaron, criaron gallinas en la catedral, y por eso existe La Antigua.

Estuardo Morales lleva once años subido en andamios, rejunteando bóvedas con cal y baba de nopal. Lo lleva por el arco famoso a la hora en que está vacío, y luego a lugares que tienen puerta pero no rótulo: la torre redonda de las capuchinas, con sus dieciocho celdas y un sótano que nadie explica; los lavaderos de Santa Clara, que todavía se usan; una panadería cuyo horno aguantó el 1773 y el 76.

Cada tantas esquinas se detiene y pregunta cuál de tres grietas es la peligrosa. Al mediodía usted ya sabe.`,
  },
  itinerary: {
    en: [
      { at: '09:00', text: 'Central park, beside the fountain with the mermaids. Sturdy introductions.' },
      { at: '09:20', text: 'Cathedral ruins, from the crypt up.' },
      { at: '10:00', text: 'Las Capuchinas and the tower of cells.' },
      { at: '10:45', text: 'Champurradas still hot at the bakery, coffee from across the road.' },
      { at: '11:15', text: 'La Merced, the arch from the unusual side, the washing tanks.' },
      { at: '12:00', text: 'A workshop on 6a Avenida where Estuardo’s lime is slaking in barrels.' },
    ],
    es: [
      { at: '09:00', text: 'Parque Central, junto a la fuente de las sirenas. Presentaciones.' },
      { at: '09:20', text: 'Ruinas de la catedral, desde la cripta hacia arriba.' },
      { at: '10:00', text: 'Las Capuchinas y la torre de celdas.' },
      { at: '10:45', text: 'Champurradas recién salidas y café de enfrente.' },
      { at: '11:15', text: 'La Merced, el arco por el lado que nadie mira y los lavaderos.' },
      { at: '12:00', text: 'Un taller de la 6a Avenida donde la cal de Estuardo reposa en toneles.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Fuente de las Sirenas, Parque Central',
      address: '5a Calle Poniente and 4a Avenida Sur, Antigua Guatemala',
      hint: 'On the cathedral side. Estuardo has plaster on his boots and a rolled-up plan under his arm.',
    },
    es: {
      name: 'Fuente de las Sirenas, Parque Central',
      address: '5a Calle Poniente y 4a Avenida Sur, Antigua Guatemala',
      hint: 'Del lado de la catedral. Estuardo lleva cal en las botas y un plano enrollado bajo el brazo.',
    },
  },
  included: {
    en: [
      'Entrances to the cathedral ruins and Las Capuchinas',
      'Bread and coffee',
      'A plan of the city in 1773 to keep',
    ],
    es: [
      'Entradas a las ruinas de la catedral y a Las Capuchinas',
      'Pan y café',
      'Un plano de la ciudad en 1773, para llevar',
    ],
  },
  notIncluded: {
    en: ['Lunch', 'Taxis or tuk-tuks, if your feet give up'],
    es: ['Almuerzo', 'Taxi o tuk-tuk, si los pies no dan más'],
  },
  goodToKnow: {
    en: [
      'Cobbles everywhere, about 3 km, at a stroll.',
      'In Lent, on Fridays and Sundays, processions close streets. We walk with them rather than around them.',
      'For wheels, and for prams, ask for the route along 5a Avenida: ramps, no crypt.',
      'Dogs on leads are welcome, apart from the convent.',
    ],
    es: [
      'Empedrado por todos lados, unos 3 km, sin prisa.',
      'En Cuaresma, viernes y domingos, las procesiones cierran calles. Caminamos con ellas en vez de rodearlas.',
      'Con silla de ruedas o carruaje, pida la ruta de la 5a Avenida: rampas y sin cripta.',
      'Se aceptan perros con correa, menos en el convento.',
    ],
  },
  policy: { kind: 'flexible' },
  options: [
    {
      code: 'morning',
      title: { en: 'Morning walk', es: 'Caminata de la mañana' },
      durationMinutes: 180,
      cutoffMinutes: 30,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 19000, seatsPerUnit: 1, ageMin: 18 },
        {
          type: 'YOUTH',
          title: { en: 'Student or 12–17', es: 'Estudiante o de 12 a 17' },
          priceMinor: 12000,
          seatsPerUnit: 1,
          ageMin: 12,
          ageMax: 25,
        },
        {
          type: 'CHILD',
          title: { en: 'Under 12', es: 'Menor de 12' },
          priceMinor: 5000,
          seatsPerUnit: 1,
          ageMin: 0,
          ageMax: 11,
          accompanied: true,
        },
      ],
      schedules: [
        { weekdays: [1, 2, 3, 4, 5, 6], times: ['09:00'], capacity: 16, closed: ['12-25', '01-01', '07-25'] },
      ],
    },
    {
      code: 'after-rain',
      title: { en: 'After the rain', es: 'Después de la lluvia' },
      durationMinutes: 150,
      cutoffMinutes: 30,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 16000, seatsPerUnit: 1, ageMin: 18 },
        {
          type: 'YOUTH',
          title: { en: 'Student or 12–17', es: 'Estudiante o de 12 a 17' },
          priceMinor: 10000,
          seatsPerUnit: 1,
          ageMin: 12,
          ageMax: 25,
        },
        {
          type: 'CHILD',
          title: { en: 'Under 12', es: 'Menor de 12' },
          priceMinor: 4000,
          seatsPerUnit: 1,
          ageMin: 0,
          ageMax: 11,
          accompanied: true,
        },
      ],
      schedules: [{ season: { from: '05-15', to: '10-31' }, weekdays: [4, 5, 6], times: ['16:30'], capacity: 16 }],
    },
  ],
  reviews: [
    {
      author: 'Helen Achterberg',
      rating: 5,
      locale: 'en',
      text: 'I am a structural engineer on holiday and had sworn not to look at cracks. Lost that one by 9:25.',
      party: 2,
      monthsAgo: 1,
    },
    {
      author: 'Mynor',
      rating: 5,
      locale: 'es',
      text: 'Antigüeño de toda la vida y no conocía los lavaderos por dentro. Mi abuela sí, resulta.',
      party: 2,
      monthsAgo: 2,
    },
    {
      author: 'Tom Adeyemi',
      rating: 4,
      locale: 'en',
      text: 'Sixteen is a lot at the narrow corners; eleven came on the day and that was right.',
      party: 1,
      monthsAgo: 4,
    },
    {
      author: 'Profe Wendy',
      rating: 5,
      locale: 'es',
      text: 'Lo de las tres grietas lo sigo usando en clase de Física.',
      party: 6,
      monthsAgo: 8,
      reply: 'Profe, mándenos las respuestas de sus alumnos. Aquí apostamos.',
    },
  ],
  pictures: [
    {
      kind: 'street-arch',
      time: 'day',
      palette: 'maize',
      alt: {
        en: 'An arch with a clock across a street of painted houses',
        es: 'Un arco con reloj sobre una calle de casas pintadas',
      },
    },
    {
      kind: 'street-volcano',
      time: 'golden',
      palette: 'terracotta',
      alt: {
        en: 'A street runs straight at a volcano, bougainvillea on the walls',
        es: 'Una calle que va derecho al volcán, con buganvilia en los muros',
      },
    },
    {
      kind: 'street-volcano',
      time: 'dawn',
      palette: 'jade',
      alt: {
        en: 'Early walkers and the volcano still pale behind the roofs',
        es: 'Gente que madruga y el volcán todavía pálido tras los techos',
      },
    },
    {
      kind: 'kitchen',
      time: 'dawn',
      palette: 'terracotta',
      alt: {
        en: 'Clay pots and a tiled wall in a bakery’s back kitchen',
        es: 'Ollas de barro y azulejos en la cocina de una panadería',
      },
    },
  ],
} satisfies DemoExperience
