import type { DemoExperience } from '../types.ts'

export default {
  slug: 'sumidero-before-the-speedboats',
  provider: 'tierra-fria',
  place: 'san-cristobal',
  category: 'nature',
  currency: 'MXN',
  latitude: 16.7069,
  longitude: -93.0153,
  languages: ['es', 'en'],
  title: { en: 'Sumidero before the speedboats', es: 'El Sumidero antes de las lanchas rápidas' },
  summary: {
    en: 'The canyon from the first boat of the day: thousand-metre walls, sleeping crocodiles and no wake to rock them.',
    es: 'El cañón en la primera lancha del día: paredes de mil metros, cocodrilos dormidos y nadie que haga olas.',
  },
  description: {
    en: `San Cristóbal lies at 2,200 metres and the landing at Chiapa de Corzo at 420. In the hour between them you take off a coat, a jersey and a scarf, and the road smells first of pine, then of dust, then of mango.

We are on the Grijalva by half past seven, a full hour before the fast boats. Don Chus keeps to the shaded wall at the pace of a bicycle. Pelicans are still on their ledges. Spider monkeys come down to drink opposite the Cave of Colours. At the Christmas Tree, a waterfall that has built itself branches of moss and lime, he turns off the engine and lets you hear how far up it starts.

The rest of the morning is for the fountain and the marimba makers of Chiapa de Corzo, and a glass of pozol.`,
    es: `San Cristóbal está a 2,200 metros y el embarcadero de Chiapa de Corzo a 420. En esa hora de bajada te quitas el abrigo, el suéter y la bufanda, y la carretera huele primero a pino, luego a polvo y al final a mango.

A las siete y media ya vamos por el Grijalva, una hora antes que las lanchas rápidas. Don Chus se pega a la pared de sombra y va a paso de bicicleta. Los pelícanos siguen en su repisa. Los monos araña bajan a tomar agua frente a la Cueva de Colores. En el Árbol de Navidad, una cascada que se hizo sus propias ramas de musgo y cal, apaga el motor para que oigas desde dónde viene cayendo.

Lo que queda de la mañana es para la pila, los que hacen marimbas en Chiapa de Corzo y una jícara de pozol.`,
  },
  itinerary: {
    en: [
      { at: '06:00', text: 'Van from San Cristóbal, blankets on the seats.' },
      { at: '07:15', text: 'Chiapa de Corzo. Vests, and a sweet roll for the crew.' },
      { at: '07:30', text: 'Into the canyon. Two hours, 32 km there and back.' },
      { at: '09:45', text: 'The brick fountain of 1562 and the street where marimbas are made.' },
      { at: '10:45', text: 'Cochito and pozol at the market, for those who breakfast twice.' },
      { at: '12:30', text: 'Back up in San Cristóbal. Put on the coat.' },
    ],
    es: [
      { at: '06:00', text: 'Camioneta desde San Cristóbal, con cobijas en los asientos.' },
      { at: '07:15', text: 'Chiapa de Corzo. Chalecos y un pan para la tripulación.' },
      { at: '07:30', text: 'Al cañón. Dos horas, 32 km de ida y vuelta.' },
      { at: '09:45', text: 'La pila de ladrillo de 1562 y la calle de las marimbas.' },
      { at: '10:45', text: 'Cochito y pozol en el mercado, para quien desayuna dos veces.' },
      { at: '12:30', text: 'Otra vez arriba, en San Cristóbal. Ponte el abrigo.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Plaza de la Paz, in front of the cathedral',
      address: 'Avenida 20 de Noviembre, Centro, San Cristóbal de las Casas',
      hint: 'At the wooden cross. White van with TIERRA FRÍA on the door, engine already warm.',
    },
    es: {
      name: 'Plaza de la Paz, frente a la catedral',
      address: 'Avenida 20 de Noviembre, Centro, San Cristóbal de las Casas',
      hint: 'En la cruz de madera. Camioneta blanca con TIERRA FRÍA en la puerta y el motor caliente.',
    },
  },
  included: {
    en: ['Van both ways', 'Boat and park fee', 'Pozol', 'Blanket on the way down'],
    es: ['Camioneta de ida y vuelta', 'Lancha y entrada al parque', 'Pozol', 'Cobija en la bajada'],
  },
  notIncluded: { en: ['Breakfast in the market, about MX$120'], es: ['El desayuno en el mercado, unos $120'] },
  goodToKnow: {
    en: [
      'Cold in the van, hot by nine. Layers.',
      'The boat is open and has no toilet for two hours.',
      'After heavy rain in September the river carries wood and rubbish from Tuxtla; the park sometimes closes it, and then we refund.',
      'Boarding is by a floating jetty with one step. A folded wheelchair comes along.',
    ],
    es: [
      'Frío en la camioneta y calor a las nueve. Vístete por capas.',
      'La lancha es abierta y son dos horas sin baño.',
      'En septiembre, si llueve mucho, el río trae palos y basura de Tuxtla; a veces el parque lo cierra y entonces se devuelve el dinero.',
      'Se sube por muelle flotante con un escalón. La silla de ruedas va doblada.',
    ],
  },
  policy: { kind: 'moderate' },
  options: [
    {
      code: 'from-san-cristobal',
      title: { en: 'From San Cristóbal', es: 'Desde San Cristóbal' },
      durationMinutes: 390,
      cutoffMinutes: 600,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 72000, seatsPerUnit: 1, ageMin: 13 },
        {
          type: 'CHILD',
          title: { en: 'Child 3–12', es: 'De 3 a 12 años' },
          priceMinor: 49000,
          seatsPerUnit: 1,
          ageMin: 3,
          ageMax: 12,
          accompanied: true,
        },
        {
          type: 'INFANT',
          title: { en: 'Under 3, on your lap', es: 'Menor de 3, en brazos' },
          priceMinor: 0,
          seatsPerUnit: 0,
          ageMin: 0,
          ageMax: 2,
          accompanied: true,
        },
      ],
      schedules: [
        { weekdays: [1, 3, 4, 5, 6, 7], times: ['06:00'], capacity: 16, closed: ['12-25', '01-01', '01-15', '01-20'] },
      ],
    },
    {
      code: 'from-chiapa',
      title: { en: 'Boat only, from Chiapa de Corzo', es: 'Solo lancha, desde Chiapa de Corzo' },
      durationMinutes: 135,
      cutoffMinutes: 30,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 39000, seatsPerUnit: 1, ageMin: 13 },
        {
          type: 'CHILD',
          title: { en: 'Child 3–12', es: 'De 3 a 12 años' },
          priceMinor: 24000,
          seatsPerUnit: 1,
          ageMin: 3,
          ageMax: 12,
          accompanied: true,
        },
      ],
      schedules: [
        { weekdays: [1, 3, 4, 5, 6, 7], times: ['07:30'], capacity: 8, closed: ['12-25', '01-01', '01-15', '01-20'] },
      ],
    },
  ],
  reviews: [
    {
      author: 'Mónica Trujillo',
      rating: 5,
      locale: 'es',
      text: 'A las 8:40 nos cruzamos con la primera lancha rápida y todos los pelícanos se fueron. Nosotros ya los teníamos vistos.',
      party: 3,
      monthsAgo: 2,
    },
    {
      author: 'Ravi',
      rating: 4,
      locale: 'en',
      text: 'Ask for the right-hand seats going down the mountain. Ask for nothing else, it is all there.',
      party: 2,
      monthsAgo: 5,
    },
    {
      author: 'Ulla Brink',
      rating: 3,
      locale: 'en',
      text: 'In late September there was a raft of plastic at the dam end, which don Chus spoke about honestly and angrily. Sad and impressive.',
      party: 2,
      monthsAgo: 9,
    },
  ],
  pictures: [
    {
      kind: 'canyon-boat',
      time: 'dawn',
      palette: 'cenote',
      alt: {
        en: 'A boat with an awning between towering walls, vultures above',
        es: 'Una lancha con toldo entre paredes altísimas, con zopilotes arriba',
      },
    },
    {
      kind: 'canyon-boat',
      time: 'golden',
      palette: 'terracotta',
      alt: {
        en: 'Rock walls on both sides of the river, the sun ahead',
        es: 'Paredes de roca a los dos lados del río y el sol de frente',
      },
    },
    {
      kind: 'canyon-rim',
      time: 'day',
      palette: 'maize',
      alt: { en: 'The river’s bends seen from a lookout', es: 'Las curvas del río vistas desde un mirador' },
    },
    {
      kind: 'market',
      time: 'day',
      palette: 'maize',
      alt: { en: 'Awnings and baskets of fruit in a town square', es: 'Toldos y canastos de fruta en una plaza' },
    },
  ],
} satisfies DemoExperience
