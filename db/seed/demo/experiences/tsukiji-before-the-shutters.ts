import type { DemoExperience } from '../types.ts'

export default {
  slug: 'tsukiji-before-the-shutters',
  provider: 'kissaten-walks',
  place: 'tokyo',
  category: 'food',
  currency: 'JPY',
  latitude: 35.6655,
  longitude: 139.7707,
  languages: ['en', 'ja'],
  title: { en: 'Breakfast at Tsukiji, standing up', es: 'Desayuno de pie en Tsukiji' },
  summary: {
    en: 'Seven bites between seven and nine in the outer market, then rice with what you bought, in a back kitchen.',
    es: 'Siete bocados entre siete y nueve en el mercado exterior y luego arroz con lo comprado, en una cocina trasera.',
  },
  description: {
    en: 'The auctions moved to Toyosu in 2018. The outer market stayed: four hundred stalls of knives, dried bonito, tamagoyaki on sticks, tea, seaweed, and the people who feed Tokyo’s cooks. Before eight they have time to talk. By ten they do not.\n\nSōta grew up two streets away, over his grandmother’s seaweed shop. You taste dashi in four strengths, hold a katsuobushi block that weighs like driftwood, and learn why one omelette shop adds sugar and the next one would rather close.\n\nWith ¥1,000 each you buy something raw, something pickled, something green. His aunt’s kitchen does the rice. Breakfast is what you chose, so choose well.',
    es: 'Las subastas se mudaron a Toyosu en 2018. El mercado exterior se quedó: cuatrocientos puestos de cuchillos, bonito seco, tamagoyaki en palito, té, algas y la gente que surte a los cocineros de Tokio. Antes de las ocho tienen tiempo de conversar. A las diez, ya no.\n\nSōta creció a dos calles, arriba de la tienda de algas de su abuela. Se prueba el dashi en cuatro intensidades, se sostiene un bloque de katsuobushi que pesa como madera de mar y se entiende por qué un puesto le pone azúcar a la tortilla y el de junto antes cerraría.\n\nCon ¥1,000 por persona compras algo crudo, algo encurtido y algo verde. La cocina de su tía pone el arroz. El desayuno es lo que elegiste, así que elige bien.',
  },
  itinerary: {
    en: [
      {
        at: '07:00',
        text: 'Namiyoke Shrine, where the market buried its tools. A short bow to the stone for the eggs.',
      },
      { at: '07:15', text: 'Dashi from one counter, four ladles. Then omelettes, sweet and not.' },
      { at: '07:50', text: 'The knife street: what the steel says, and when to stop touching it.' },
      { at: '08:20', text: 'Your ¥1,000. Sōta carries the ice and keeps his opinions for later.' },
      { at: '08:45', text: 'Rice, miso with clams, your shopping. Eight people around a table for six.' },
    ],
    es: [
      {
        at: '07:00',
        text: 'Santuario Namiyoke, donde el mercado enterró sus herramientas. Una reverencia corta a la piedra de los huevos.',
      },
      {
        at: '07:15',
        text: 'Dashi de un solo mostrador, cuatro cucharones. Luego tortillas de huevo, dulces y no dulces.',
      },
      { at: '07:50', text: 'La calle de los cuchillos: qué dice el acero y cuándo dejar de tocarlo.' },
      { at: '08:20', text: 'Tus ¥1,000. Sōta carga el hielo y guarda sus opiniones.' },
      { at: '08:45', text: 'Arroz, miso con almejas y tus compras. Ocho personas en una mesa para seis.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Namiyoke Inari Shrine, front gate',
      address: '6-20-37 Tsukiji, Chūō-ku, Tokyo',
      hint: 'Exit A1 of Tsukijishijō station, then left along the wall. Stand by the big lacquered lion head, not in the delivery lane: the turret trucks do not brake.',
    },
    es: {
      name: 'Santuario Namiyoke Inari, puerta principal',
      address: '6-20-37 Tsukiji, Chūō-ku, Tokio',
      hint: 'Salida A1 de la estación Tsukijishijō y a la izquierda por el muro. Espera junto a la cabeza de león laqueada, no en el carril de carga: los carritos no frenan.',
    },
  },
  included: {
    en: [
      'Seven tastings',
      '¥1,000 of shopping money per person',
      'Breakfast with rice, miso and tea',
      'A cool box for what you take home',
    ],
    es: [
      'Siete degustaciones',
      '¥1,000 por persona para comprar',
      'Desayuno con arroz, miso y té',
      'Una hielera para lo que te lleves',
    ],
  },
  notIncluded: {
    en: ['Knives, however tempting', 'Transport to Tsukiji'],
    es: ['Los cuchillos, por más que tienten', 'El transporte a Tsukiji'],
  },
  goodToKnow: {
    en: [
      'Nearly everything meets fish stock. Vegetarians eat well with two days’ notice; a fish allergy and this market do not mix.',
      'The market rests on Sundays, most Wednesdays and around New Year, and so do we.',
      'Flat, but wet underfoot. Wheelchairs pass before eight, prams do not after.',
    ],
    es: [
      'Casi todo pasa por caldo de pescado. Con dos días de aviso, quien no come carne desayuna bien; con alergia al pescado, este mercado no es buena idea.',
      'El mercado descansa los domingos, casi todos los miércoles y en Año Nuevo, y nosotros también.',
      'Es plano, pero el piso está mojado. Una silla de ruedas pasa antes de las ocho; una carriola, después ya no.',
    ],
  },
  policy: { kind: 'flexible' },
  options: [
    {
      code: 'breakfast',
      title: { en: 'Market and breakfast', es: 'Mercado y desayuno' },
      durationMinutes: 150,
      cutoffMinutes: 720,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 8600, seatsPerUnit: 1, ageMin: 13 },
        {
          type: 'CHILD',
          title: { en: 'Child, 5 to 12', es: 'Niño, de 5 a 12' },
          priceMinor: 5200,
          seatsPerUnit: 1,
          ageMin: 5,
          ageMax: 12,
          accompanied: true,
        },
        {
          type: 'INFANT',
          title: { en: 'Under 5, in a carrier', es: 'Menor de 5, en portabebés' },
          priceMinor: 0,
          seatsPerUnit: 0,
          ageMax: 4,
          max: 2,
          accompanied: true,
        },
      ],
      schedules: [
        {
          season: { from: '02-01', to: '12-28' },
          weekdays: [1, 2, 4, 5, 6],
          times: ['07:00'],
          capacity: 8,
          closed: ['05-05', '08-14', '08-15'],
        },
        { season: { from: '01-06', to: '01-31' }, weekdays: [2, 4, 6], times: ['07:00'], capacity: 8 },
      ],
    },
  ],
  reviews: [
    {
      author: 'Priya Raman',
      rating: 5,
      locale: 'en',
      party: 4,
      monthsAgo: 1,
      text: 'My ten-year-old spent his thousand yen on one enormous pickled radish and Sōta’s aunt sliced it as if it were tuna. It was the best thing on the table and he will not let us forget it.',
    },
    {
      author: 'Gonzalo Pizarro',
      rating: 5,
      locale: 'es',
      party: 2,
      monthsAgo: 3,
      text: 'Cuatro cucharones de dashi y entendí más de cocina japonesa que en diez días de restaurantes. A las nueve y media ya estábamos comidos y la ciudad apenas abría.',
    },
    {
      author: 'Bettina Kranz',
      rating: 4,
      locale: 'en',
      party: 2,
      monthsAgo: 5,
      text: 'Early, cold and worth it. I would have liked ten more minutes on the knife street and ten fewer at the shrine.',
    },
    {
      author: 'Rosalba Quintero',
      rating: 3,
      locale: 'es',
      party: 3,
      monthsAgo: 8,
      text: 'Todo rico, pero mi esposo no come mariscos y avisamos la noche anterior. Le tocó mucho arroz con huevo.',
      reply:
        'Rosalba, tiene razón: con una noche no alcanzamos a preparar otra cosa y debimos decirlo antes de que pagaran. Ahora la pregunta sale al reservar.',
    },
  ],
  pictures: [
    {
      kind: 'tokyo-night',
      time: 'dawn',
      palette: 'maize',
      alt: {
        en: 'A narrow market lane with shop curtains and lanterns at daybreak',
        es: 'Una calle angosta de mercado con cortinas y linternas al amanecer',
      },
    },
    {
      kind: 'tatami-room',
      time: 'dawn',
      palette: 'cenote',
      alt: {
        en: 'A low table with an iron kettle and bowls, paper screens on both sides',
        es: 'Una mesa baja con tetera de hierro y tazones, entre pantallas de papel',
      },
    },
    {
      kind: 'harbour-quay',
      time: 'dawn',
      palette: 'jade',
      alt: { en: 'Fishing boats at a quay as the sun comes up', es: 'Barcos de pesca en un muelle al salir el sol' },
    },
  ],
} satisfies DemoExperience
