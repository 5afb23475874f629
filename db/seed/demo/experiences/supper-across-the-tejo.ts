import type { DemoExperience } from '../types.ts'

export default {
  slug: 'supper-across-the-tejo',
  provider: 'sete-colinas',
  place: 'lisbon',
  category: 'food',
  currency: 'EUR',
  latitude: 38.7054,
  longitude: -9.1447,
  languages: ['pt', 'en', 'es'],
  title: { en: 'Supper across the Tejo', es: 'Cena al otro lado del Tajo' },
  summary: {
    en: 'Ten minutes by ferry to Cacilhas: clams, a cod-fisher’s song, and Lisbon lighting up on the far bank.',
    es: 'Diez minutos en ferri a Cacilhas: almejas, una canción de bacaladeros y Lisboa encendiéndose enfrente.',
  },
  description: {
    en: 'The best place to see Lisbon is the one its commuters look at every evening without noticing. We go home with them on the orange ferry, standing at the chain, and get off in Cacilhas, where the shipyard cranes still stand and the fish is cheaper by a third.\n\nTeresa’s mother sang fado in a tavern on this side for the men back from the Newfoundland banks. The tavern is a locksmith’s now. The cook is not: Dona Graciete is eighty-one and makes ameijoas à Bulhão Pato the way the poet did not invent it.\n\nThere is a glass lift up the cliff at Boca do Vento. From the top you watch the lights come on hill by hill. Teresa sings one song, and only if nobody asks.',
    es: 'El mejor lugar para ver Lisboa es el que sus pasajeros miran cada tarde sin fijarse. Volvemos a casa con ellos en el ferri naranja, de pie junto a la cadena, y bajamos en Cacilhas, donde siguen las grúas del astillero y el pescado cuesta un tercio menos.\n\nLa madre de Teresa cantaba fado en una taberna de este lado, para los hombres que volvían de los bancos de Terranova. La taberna hoy es cerrajería. La cocinera sigue: doña Graciete tiene ochenta y un años y hace las ameijoas à Bulhão Pato como no las inventó el poeta.\n\nHay un elevador de vidrio por el acantilado de Boca do Vento. Desde arriba se ve encender la ciudad colina por colina. Teresa canta una canción, y solo si nadie se la pide.',
  },
  itinerary: {
    en: [
      {
        at: '18:30',
        text: 'Cais do Sodré, ferry terminal. The crossing takes ten minutes; stand on the upstream side.',
      },
      { at: '18:50', text: 'Cacilhas: the frigate in dry dock, the market lane, a ginjinha in a chocolate cup.' },
      { at: '19:30', text: 'Up through Almada’s old street to Boca do Vento and the lookout.' },
      {
        at: '20:15',
        text: 'Supper at Graciete’s: clams, grilled sea bream, rice with beans, a jug of white from Palmela.',
      },
      { at: '22:05', text: 'The ferry back, nearly empty. Ashore at 22:20.' },
    ],
    es: [
      {
        at: '18:30',
        text: 'Cais do Sodré, terminal de ferris. Se cruza en diez minutos; ponte del lado de río arriba.',
      },
      {
        at: '18:50',
        text: 'Cacilhas: la fragata en dique seco, la calle del mercado, una ginjinha en vasito de chocolate.',
      },
      { at: '19:30', text: 'Por la calle vieja de Almada hasta Boca do Vento y el mirador.' },
      {
        at: '20:15',
        text: 'Cena con Graciete: almejas, dorada a la parrilla, arroz con frijol y una jarra de blanco de Palmela.',
      },
      { at: '22:05', text: 'El ferri de vuelta, casi vacío. En tierra a las 22:20.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Cais do Sodré ferry terminal, clock side',
      address: 'Terminal Fluvial do Cais do Sodré, 1200-161 Lisboa',
      hint: 'Not the train hall: the river building behind it. Teresa waits under the departures board with your cards already charged.',
    },
    es: {
      name: 'Terminal fluvial de Cais do Sodré, lado del reloj',
      address: 'Terminal Fluvial do Cais do Sodré, 1200-161 Lisboa',
      hint: 'No es la sala de trenes, sino el edificio de atrás, el del río. Teresa espera bajo el tablero de salidas con las tarjetas cargadas.',
    },
  },
  included: {
    en: [
      'Ferry both ways',
      'Ginjinha',
      'Three-course supper with wine or water',
      'The lift at Boca do Vento when it runs',
    ],
    es: [
      'Ferri de ida y vuelta',
      'Ginjinha',
      'Cena de tres tiempos con vino o agua',
      'El elevador de Boca do Vento cuando funciona',
    ],
  },
  notIncluded: { en: ['More than half a bottle each'], es: ['Más de media botella por persona'] },
  goodToKnow: {
    en: [
      'Shellfish comes first and cannot be avoided in this kitchen; there is soup and grilled pork for those who do not eat fish.',
      'If the lift is resting, it is 216 steps, or a bus.',
      'Wind off the water even in August. A jacket.',
    ],
    es: [
      'Lo primero son mariscos y en esta cocina no hay forma de evitarlos; para quien no come pescado hay sopa y cerdo a la parrilla.',
      'Si el elevador descansa, son 216 escalones, o un autobús.',
      'Hay viento en el río hasta en agosto. Trae chamarra.',
    ],
  },
  policy: { kind: 'flexible' },
  options: [
    {
      code: 'supper',
      title: { en: 'Ferry and supper', es: 'Ferri y cena' },
      durationMinutes: 230,
      cutoffMinutes: 360,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 6200, seatsPerUnit: 1, ageMin: 16 },
        {
          type: 'CHILD',
          title: { en: 'Child, 4 to 15', es: 'Niño, de 4 a 15' },
          priceMinor: 3100,
          seatsPerUnit: 1,
          ageMin: 4,
          ageMax: 15,
          accompanied: true,
        },
        {
          type: 'INFANT',
          title: { en: 'Under 4', es: 'Menor de 4' },
          priceMinor: 0,
          seatsPerUnit: 0,
          ageMax: 3,
          max: 2,
          accompanied: true,
        },
        {
          type: 'GROUP',
          title: { en: 'Your own table, up to 8', es: 'Mesa propia, hasta 8' },
          priceMinor: 45000,
          seatsPerUnit: 8,
          max: 1,
        },
      ],
      schedules: [
        {
          season: { from: '04-15', to: '09-30' },
          weekdays: [2, 3, 4, 5, 6],
          times: ['18:30'],
          capacity: 16,
          closed: ['06-12', '06-13'],
        },
        {
          season: { from: '10-01', to: '04-14' },
          weekdays: [4, 5, 6],
          times: ['17:15'],
          capacity: 12,
          closed: ['12-24', '12-25', '12-31', '01-01'],
        },
      ],
    },
  ],
  reviews: [
    {
      author: 'Oriane Fabre',
      rating: 5,
      locale: 'en',
      party: 2,
      monthsAgo: 2,
      text: 'Nobody asked, so she sang. The dishwasher stopped, Graciete leaned in the doorway with a tea towel, and that was three minutes I would not trade for the rest of the week.',
    },
    {
      author: 'Jaime Echeverri',
      rating: 5,
      locale: 'es',
      party: 6,
      monthsAgo: 3,
      text: 'Íbamos seis y la señora nos regañó por dejar caldo en el plato. Pan, dijo. Tenía razón.',
    },
    {
      author: 'Lena Brandt',
      rating: 4,
      locale: 'en',
      party: 2,
      monthsAgo: 5,
      text: 'The lift was out, so steps. With a pram this would have been hard. Everything after the steps: perfect.',
    },
    {
      author: 'Bruno Tessari',
      rating: 2,
      locale: 'en',
      party: 2,
      monthsAgo: 9,
      text: 'Ferry strike on the way back, an hour’s wait and then a bus over the bridge. Not their fault, but our evening ended at midnight.',
      reply:
        'It was a long one, Bruno, and you were patient. We refunded half the same night; since then we keep a minibus on call for strike weeks. — Teresa',
    },
  ],
  pictures: [
    {
      kind: 'harbour-quay',
      time: 'dusk',
      palette: 'terracotta',
      alt: {
        en: 'Lit house fronts and fishing boats mirrored in the water at dusk',
        es: 'Fachadas iluminadas y barcos de pesca reflejados en el agua al anochecer',
      },
    },
    {
      kind: 'tram-hill',
      time: 'dusk',
      palette: 'maize',
      alt: {
        en: 'The roofs of Lisbon with their windows lighting up above the river',
        es: 'Los techos de Lisboa con las ventanas encendidas sobre el río',
      },
    },
    {
      kind: 'harbour-marina',
      time: 'golden',
      palette: 'cenote',
      alt: {
        en: 'Boats at their moorings before a row of houses',
        es: 'Barcos amarrados frente a una hilera de casas',
      },
    },
    {
      kind: 'tram-street',
      time: 'night',
      palette: 'cenote',
      alt: { en: 'A lit tram between house fronts at night', es: 'Un tranvía iluminado entre fachadas, de noche' },
    },
  ],
} satisfies DemoExperience
