import type { DemoExperience } from '../types.ts'

export default {
  slug: 'muyil-carried-by-the-current',
  provider: 'agua-quieta',
  place: 'tulum',
  category: 'nature',
  currency: 'MXN',
  latitude: 20.0783,
  longitude: -87.6137,
  languages: ['es', 'en', 'yua'],
  title: { en: 'Muyil, carried by the current', es: 'Muyil, a donde lleve la corriente' },
  summary: {
    en: 'Float for forty minutes down a canal the Maya dug through Sian Ka’an. You steer with a toe.',
    es: 'Cuarenta minutos flotando por un canal que abrieron los mayas en Sian Ka’an. Se maneja con el dedo del pie.',
  },
  description: {
    en: `Wear your life vest like a nappy. Everyone laughs, everyone does it, and then nobody wants to stop.

The canal joins two lagoons and was dug by hand, some say twelve hundred years ago, so that traders from the coast could reach the market at Muyil. The water is so clear that you see your own shadow on the bottom, and it moves at the speed of somebody who has no appointment. On either side: sawgrass, orchids on dwarf mangroves, once a manatee, which came as a surprise to all concerned.

Before it you walk the boardwalk through the forest and climb a wooden tower of seventeen metres. After it there is fish.`,
    es: `El chaleco se pone como pañal. Todos se ríen, todos lo hacen y luego nadie se quiere salir.

El canal une dos lagunas y se abrió a mano, dicen que hace mil doscientos años, para que los comerciantes de la costa llegaran al mercado de Muyil. El agua es tan clara que ves tu sombra en el fondo, y camina a la velocidad de quien no tiene cita. A los lados: zacate, orquídeas en mangle chaparro y, una vez, un manatí, que sorprendió a todos, empezando por él.

Antes se camina por la pasarela de la selva y se sube una torre de madera de diecisiete metros. Después hay pescado.`,
  },
  itinerary: {
    en: [
      { at: '08:00', text: 'Ruins of Muyil with the dew on them; the tall Castillo, the small pink temple.' },
      { at: '09:00', text: 'Boardwalk and tower. Four at a time on top.' },
      { at: '09:45', text: 'Launch across two lagoons, twenty minutes, spray on the left-hand side.' },
      { at: '10:15', text: 'Into the canal at the customs house. Forty minutes of floating.' },
      { at: '11:30', text: 'Boats bring us back; fried snapper and lime at the comedor of doña Chari.' },
      { at: '12:45', text: 'End at the car park of Muyil.' },
    ],
    es: [
      { at: '08:00', text: 'Ruinas de Muyil con rocío: el Castillo alto y el templo chico, rosado.' },
      { at: '09:00', text: 'Pasarela y torre. Arriba, de cuatro en cuatro.' },
      { at: '09:45', text: 'Lancha por las dos lagunas, veinte minutos; del lado izquierdo salpica.' },
      { at: '10:15', text: 'Al canal, desde la aduana antigua. Cuarenta minutos flotando.' },
      { at: '11:30', text: 'Regreso en lancha; pargo frito con limón en el comedor de doña Chari.' },
      { at: '12:45', text: 'Terminamos en el estacionamiento de Muyil.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Muyil archaeological site, ticket window',
      address: 'Federal road 307, km 205, Muyil, 22 km south of Tulum',
      hint: 'Colectivos to Felipe Carrillo Puerto stop right there; say “Muyil, las ruinas”.',
    },
    es: {
      name: 'Taquilla de la zona arqueológica de Muyil',
      address: 'Carretera federal 307, km 205, Muyil, 22 km al sur de Tulum',
      hint: 'Los colectivos a Carrillo Puerto paran justo ahí; pide «Muyil, las ruinas».',
    },
  },
  included: {
    en: [
      'Site and boardwalk fees',
      'Launch with a captain of the Muyil cooperative',
      'Vest',
      'Lunch: fish, rice, beans, or a plate of squash and egg',
    ],
    es: [
      'Entradas a la zona y a la pasarela',
      'Lancha con capitán de la cooperativa de Muyil',
      'Chaleco',
      'Comida: pescado, arroz y frijol, o calabaza con huevo',
    ],
  },
  notIncluded: {
    en: ['The ride to Muyil (about MX$60 by colectivo)', 'Drinks with lunch'],
    es: ['Llegar a Muyil (unos $60 en colectivo)', 'Bebidas de la comida'],
  },
  goodToKnow: {
    en: [
      'No sunscreen, no repellent, no oils. We check, kindly.',
      'You can stand up anywhere in the canal. Non-swimmers float like everybody else.',
      'Horseflies in June. Long sleeves solve it.',
      'The boardwalk takes a wheelchair as far as the tower; the canal does not, and we refund that half.',
    ],
    es: [
      'Sin bloqueador, repelente ni aceites. Lo revisamos, con cariño.',
      'En todo el canal tocas fondo. Quien no sabe nadar flota igual.',
      'En junio hay tábanos. Con manga larga se arregla.',
      'La pasarela admite silla de ruedas hasta la torre; el canal no, y esa mitad se devuelve.',
    ],
  },
  policy: { kind: 'moderate' },
  options: [
    {
      code: 'ruins-and-canal',
      title: { en: 'Ruins, tower and canal', es: 'Ruinas, torre y canal' },
      durationMinutes: 285,
      cutoffMinutes: 720,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 165000, seatsPerUnit: 1, ageMin: 13 },
        {
          type: 'CHILD',
          title: { en: 'Child 6–12', es: 'De 6 a 12 años' },
          priceMinor: 115000,
          seatsPerUnit: 1,
          ageMin: 6,
          ageMax: 12,
          accompanied: true,
        },
        {
          type: 'SENIOR',
          title: {
            en: 'From 60, with INAPAM card or any proof of age',
            es: 'Desde 60, con INAPAM o cualquier identificación',
          },
          priceMinor: 140000,
          seatsPerUnit: 1,
          ageMin: 60,
        },
      ],
      schedules: [{ weekdays: [1, 3, 4, 5, 6, 7], times: ['08:00'], capacity: 12, closed: ['12-25', '01-01'] }],
    },
    {
      code: 'canal-only',
      title: { en: 'The canal only', es: 'Solo el canal' },
      durationMinutes: 150,
      cutoffMinutes: 180,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 110000, seatsPerUnit: 1, ageMin: 13 },
        {
          type: 'CHILD',
          title: { en: 'Child 6–12', es: 'De 6 a 12 años' },
          priceMinor: 79000,
          seatsPerUnit: 1,
          ageMin: 6,
          ageMax: 12,
          accompanied: true,
        },
      ],
      schedules: [
        {
          season: { from: '11-15', to: '05-31' },
          weekdays: [1, 3, 4, 5, 6, 7],
          times: ['13:30'],
          capacity: 6,
          closed: ['12-25', '01-01'],
        },
      ],
    },
  ],
  reviews: [
    {
      author: 'Nora El-Sayed',
      rating: 5,
      locale: 'en',
      text: 'My mother does not swim and has refused every boat of her life. She went round twice.',
      party: 3,
      monthsAgo: 2,
    },
    {
      author: 'Tavo',
      rating: 5,
      locale: 'es',
      text: 'El chaleco de pañal quita toda la dignidad y toda la prisa.',
      party: 4,
      monthsAgo: 3,
    },
    {
      author: 'Rachel K.',
      rating: 4,
      locale: 'en',
      text: 'Canal is heaven. The boat seats are hard and we had the left-hand side. Swap on the way back.',
      party: 2,
      monthsAgo: 6,
    },
    {
      author: 'Imelda Chi',
      rating: 5,
      locale: 'es',
      text: 'El pargo de doña Chari merece su propia reservación.',
      party: 2,
      monthsAgo: 9,
      reply: 'Se lo leímos en voz alta. Ya quiere cobrar aparte.',
    },
  ],
  pictures: [
    {
      kind: 'mangrove-kayak',
      time: 'day',
      palette: 'cenote',
      alt: { en: 'Clear water under an arch of mangrove', es: 'Agua clara bajo un arco de mangle' },
    },
    {
      kind: 'mangrove-kayak',
      time: 'golden',
      palette: 'maize',
      alt: {
        en: 'Low sun through the mangroves, a paddle lifted',
        es: 'Sol bajo entre los mangles y un remo levantado',
      },
    },
    {
      kind: 'temple-tall',
      time: 'day',
      palette: 'jade',
      alt: { en: 'A tall narrow temple among green trees', es: 'Un templo alto y angosto entre árboles verdes' },
    },
    {
      kind: 'kitchen',
      time: 'day',
      palette: 'cenote',
      alt: {
        en: 'Limes and chillies on a table by the window of a tiled kitchen',
        es: 'Limones y chiles en una mesa junto a la ventana de una cocina de azulejos',
      },
    },
  ],
} satisfies DemoExperience
