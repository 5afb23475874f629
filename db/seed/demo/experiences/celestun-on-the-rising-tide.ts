import type { DemoExperience } from '../types.ts'

export default {
  slug: 'celestun-on-the-rising-tide',
  provider: 'camino-blanco',
  place: 'celestun',
  category: 'nature',
  currency: 'MXN',
  latitude: 20.8573,
  longitude: -90.3826,
  languages: ['es', 'en'],
  title: { en: 'Celestún on the rising tide', es: 'Celestún con la marea subiendo' },
  summary: {
    en: 'A poled boat through the mangrove to where the flamingos feed, at a distance that lets them go on feeding.',
    es: 'En alijo con palanca por el manglar hasta donde comen los flamencos, sin que dejen de comer.',
  },
  description: {
    en: `A flamingo is pink because of what it eats, and it eats when the water is between its ankle and its knee. So we sail by the tide table, not by the clock, and the times change with the month.

Ivette Chuc counts birds for the reserve on Thursdays. She takes six of you in an alijo, a flat wooden boat that is pushed with a pole and makes no noise. Forty metres is as near as we go. From there, with the scope, you see the filter in the beak and hear the flock talk, a low murmur like a restaurant heard from the street.

On the way back through the tunnel of red mangrove: a boat-billed heron that has kept the same branch for four years, a spring of cold fresh water in the middle of the salt, and, on most days, a crocodile of modest size.`,
    es: `El flamenco es rosa por lo que come, y come cuando el agua le llega entre el tobillo y la rodilla. Por eso salimos con la tabla de mareas y no con el reloj, y los horarios cambian con el mes.

Ivette Chuc cuenta aves para la reserva los jueves. Lleva a seis en un alijo, una lancha plana de madera que se empuja con palanca y no hace ruido. Más cerca de cuarenta metros no vamos. Desde ahí, con el telescopio, se ve el filtro del pico y se oye a la parvada platicar, un murmullo bajo, como de restaurante oído desde la calle.

De regreso por el túnel de mangle rojo: una garza cucharón que lleva cuatro años en la misma rama, un ojo de agua dulce y fría en medio de la sal y, casi siempre, un cocodrilo de tamaño modesto.`,
  },
  itinerary: {
    en: [
      { at: '07:00', text: 'Life vests and binoculars at the landing by the bridge. How to sit in an alijo.' },
      { at: '07:20', text: 'North along the ría. Cormorants, ospreys, the first pink line.' },
      { at: '08:10', text: 'The pole goes down and we drift. Half an hour with the flock.' },
      { at: '09:00', text: 'Mangrove tunnel and the Baldiosera spring; you may put your feet in.' },
      { at: '09:45', text: 'Back at the landing. Ivette writes the count on the board.' },
    ],
    es: [
      { at: '07:00', text: 'Chalecos y binoculares en el embarcadero del puente. Cómo sentarse en un alijo.' },
      { at: '07:20', text: 'Hacia el norte por la ría. Cormoranes, águilas pescadoras, la primera raya rosa.' },
      { at: '08:10', text: 'Se clava la palanca y quedamos a la deriva. Media hora con la parvada.' },
      { at: '09:00', text: 'Túnel de mangle y ojo de agua Baldiosera; se vale meter los pies.' },
      { at: '09:45', text: 'De vuelta en el embarcadero. Ivette anota el conteo en la pizarra.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'The old landing, south side of the bridge',
      address: 'Federal road 281, Celestún bridge, Yucatán',
      hint: 'Not the big car park with the motorboats: cross the road, past the salt sacks, to the wooden jetty.',
    },
    es: {
      name: 'Embarcadero viejo, lado sur del puente',
      address: 'Carretera federal 281, puente de Celestún, Yucatán',
      hint: 'No es el estacionamiento grande de las lanchas de motor: cruza la carretera, pasa los costales de sal y llega al muelle de madera.',
    },
  },
  included: {
    en: ['Boat and boatman', 'Ivette, with a telescope', 'Binoculars for each of you', 'Reserve bracelet'],
    es: ['Alijo y palanquero', 'Ivette con telescopio', 'Binoculares para cada quien', 'Brazalete de la reserva'],
  },
  notIncluded: {
    en: [
      'Getting to Celestún (buses leave Mérida’s Noreste terminal every hour)',
      'Fried fish on the beach, which we recommend',
    ],
    es: [
      'Llegar a Celestún (hay camión cada hora desde la terminal Noreste de Mérida)',
      'El pescado frito en la playa, que recomendamos',
    ],
  },
  goodToKnow: {
    en: [
      'Flamingos are here in numbers from November to March. In other months we say so and the trip is about herons, for less.',
      'No toilet on board for almost three hours. There is one at the landing.',
      'North winds cancel two or three days a month in winter. You will hear from us by six in the evening before.',
      'Sun from below as well as above: long sleeves.',
      'Getting in means one step down of 40 cm, with a hand to hold.',
    ],
    es: [
      'Los flamencos abundan de noviembre a marzo. En otros meses lo decimos claro: el paseo es de garzas y cuesta menos.',
      'Casi tres horas sin baño a bordo. Hay uno en el embarcadero.',
      'El norte nos cancela dos o tres días al mes en invierno. Te avisamos antes de las seis de la tarde del día anterior.',
      'El sol pega desde arriba y desde abajo: manga larga.',
      'Para subir hay un escalón de 40 cm hacia abajo, con una mano que te detiene.',
    ],
  },
  policy: { kind: 'moderate' },
  options: [
    {
      code: 'flamingo-season',
      title: { en: 'Flamingo season', es: 'Temporada de flamencos' },
      durationMinutes: 165,
      cutoffMinutes: 720,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 95000, seatsPerUnit: 1, ageMin: 12 },
        {
          type: 'CHILD',
          title: { en: 'Child 5–11', es: 'De 5 a 11 años' },
          priceMinor: 60000,
          seatsPerUnit: 1,
          ageMin: 5,
          ageMax: 11,
          accompanied: true,
        },
        {
          type: 'GROUP',
          title: { en: 'The whole boat, up to 6', es: 'El alijo completo, hasta 6' },
          priceMinor: 510000,
          seatsPerUnit: 6,
          max: 2,
        },
      ],
      schedules: [
        {
          season: { from: '11-10', to: '03-25' },
          weekdays: [1, 2, 3, 5, 6, 7],
          times: ['07:00', '15:30'],
          capacity: 12,
          closed: ['12-25', '01-01'],
        },
      ],
    },
    {
      code: 'heron-season',
      title: { en: 'Heron season', es: 'Temporada de garzas' },
      durationMinutes: 165,
      cutoffMinutes: 720,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 72000, seatsPerUnit: 1, ageMin: 12 },
        {
          type: 'CHILD',
          title: { en: 'Child 5–11', es: 'De 5 a 11 años' },
          priceMinor: 45000,
          seatsPerUnit: 1,
          ageMin: 5,
          ageMax: 11,
          accompanied: true,
        },
      ],
      schedules: [{ season: { from: '03-26', to: '11-09' }, weekdays: [5, 6, 7], times: ['06:30'], capacity: 6 }],
    },
  ],
  reviews: [
    {
      author: 'Hanna Weiss',
      rating: 5,
      locale: 'en',
      text: 'The motorboats went in close and the birds flew. We stayed where we were and twenty minutes later they had all walked over to us.',
      party: 2,
      monthsAgo: 3,
    },
    {
      author: 'Memo Cetina',
      rating: 5,
      locale: 'es',
      text: 'Cuatrocientos doce flamencos. Lo sé porque Ivette nos puso a contar.',
      party: 4,
      monthsAgo: 4,
    },
    {
      author: 'L. Osei',
      rating: 4,
      locale: 'en',
      text: 'First morning was called off for wind, at 17:40 the day before as they promise. Went two days later. Silent, cold, splendid. I would bring a thermos.',
      party: 2,
      monthsAgo: 5,
    },
    {
      author: 'Graciela T.',
      rating: 4,
      locale: 'es',
      text: 'Fuimos en julio: tres flamencos y muchas garzas. Nos lo habían dicho y así nos cobraron. El cocodrilo sí cumplió.',
      party: 5,
      monthsAgo: 10,
    },
  ],
  pictures: [
    {
      kind: 'mangrove-kayak',
      time: 'dawn',
      palette: 'rosa',
      alt: {
        en: 'Pink dawn at the mouth of a mangrove tunnel, a paddler going out',
        es: 'Amanecer rosa en la boca de un túnel de mangle, con alguien que rema hacia afuera',
      },
    },
    {
      kind: 'mangrove-kayak',
      time: 'day',
      palette: 'jade',
      alt: {
        en: 'Mangrove roots like arches on both sides of green water',
        es: 'Raíces de mangle como arcos a los dos lados del agua verde',
      },
    },
    {
      kind: 'harbour-pier',
      time: 'dawn',
      palette: 'cenote',
      alt: {
        en: 'A fishing boat near the mole, the lighthouse behind it at sunrise',
        es: 'Una lancha de pesca junto a la escollera y el faro detrás al amanecer',
      },
    },
  ],
} satisfies DemoExperience
