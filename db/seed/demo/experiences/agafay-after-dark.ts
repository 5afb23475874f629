import type { DemoExperience } from '../types.ts'

export default {
  slug: 'agafay-after-dark',
  provider: 'dar-zellige',
  place: 'marrakesh',
  category: 'night',
  currency: 'MAD',
  latitude: 31.4525,
  longitude: -8.2436,
  languages: ['fr', 'en', 'es'],
  title: { en: 'Agafay after dark', es: 'Agafay de noche' },
  summary: {
    en: 'A stone desert forty minutes from the medina: camels at dusk, harira by a fire, a 25 cm telescope, no music.',
    es: 'Un desierto de piedra a cuarenta minutos: camellos al atardecer, harira junto al fuego y un telescopio de 25 cm.',
  },
  description: {
    en: 'Agafay has no dunes. It is a plateau of pale gravel folded like a blanket, with the High Atlas along one side and, on a clear evening from November to April, snow on Toubkal turning pink for eleven minutes.\n\nWe lease one hill from the Oulad Delim family, away from the camps with loudspeakers. Four camels, a brown wool tent, a pot. Yassine studied physics in Rabat before he came home, and his telescope is the only thing on the hill with a battery.\n\nWhat you see depends on the month and the moon, and we will tell you which nights are poor. Around new moon the Andromeda galaxy is visible without help. Saturn makes people swear.',
    es: 'En Agafay no hay dunas. Es una meseta de grava clara, doblada como una cobija, con el Alto Atlas de un lado y, en las tardes despejadas de noviembre a abril, la nieve del Toubkal que se pone rosa durante once minutos.\n\nLe rentamos una loma a la familia Oulad Delim, lejos de los campamentos con bocinas. Cuatro camellos, una tienda de lana café, una olla. Yassine estudió física en Rabat antes de volver a casa, y su telescopio es lo único en la loma que usa batería.\n\nLo que se ve depende del mes y de la luna, y te decimos qué noches son malas. Cerca de la luna nueva, Andrómeda se distingue a simple vista. Con Saturno, la gente dice groserías.',
  },
  itinerary: {
    en: [
      { at: '16:30', text: 'Van from Bab Laksour. In summer an hour and a half later, to arrive with the same sun.' },
      { at: '17:20', text: 'Camels along the ridge for forty minutes, or on foot beside them.' },
      { at: '18:15', text: 'The pink eleven minutes. Tea with wormwood, which is better than it sounds.' },
      { at: '19:00', text: 'Harira, bread from a pan, lamb with prunes. Fire until it is properly dark.' },
      {
        at: '20:15',
        text: 'Lamps out. Yassine, the telescope, and a green pointer that reaches farther than seems right.',
      },
      { at: '22:45', text: 'Back at Bab Laksour.' },
    ],
    es: [
      {
        at: '16:30',
        text: 'Camioneta desde Bab Laksour. En verano, hora y media más tarde, para llegar con el mismo sol.',
      },
      { at: '17:20', text: 'En camello por el filo durante cuarenta minutos, o a pie al lado.' },
      { at: '18:15', text: 'Los once minutos rosas. Té con ajenjo, que es mejor de lo que suena.' },
      { at: '19:00', text: 'Harira, pan de sartén y cordero con ciruela. Fuego hasta que oscurece de verdad.' },
      {
        at: '20:15',
        text: 'Se apagan las lámparas. Yassine, el telescopio y un puntero verde que llega más lejos de lo que parece posible.',
      },
      { at: '22:45', text: 'De vuelta en Bab Laksour.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Bab Laksour, car park by the arch',
      address: 'Bab Laksour, Rue Fatima Zahra, Marrakesh',
      hint: 'A white van with a crescent of blue tape on the door. The parking guard in the yellow vest knows us.',
    },
    es: {
      name: 'Bab Laksour, estacionamiento junto al arco',
      address: 'Bab Laksour, Rue Fatima Zahra, Marrakech',
      hint: 'Una camioneta blanca con una luna de cinta azul en la puerta. El cuidador del chaleco amarillo nos conoce.',
    },
  },
  included: {
    en: [
      'Van both ways',
      'Camel ride or guided walk',
      'Dinner, tea and water',
      'Wool blankets and a headlamp with a red light',
    ],
    es: [
      'Camioneta de ida y vuelta',
      'Paseo en camello o caminata guiada',
      'Cena, té y agua',
      'Cobijas de lana y una lámpara de luz roja',
    ],
  },
  notIncluded: {
    en: ['Warm clothes: it falls to 4 °C in January', 'Tips for the camel men'],
    es: ['Ropa abrigadora: en enero baja a 4 °C', 'Propina para los camelleros'],
  },
  goodToKnow: {
    en: [
      'If cloud covers more than two thirds of the sky at noon we ask whether you would rather move or be refunded in full.',
      'Camels carry up to 95 kg and nobody under six.',
      'The road ends three kilometres before the hill; the van does not mind, weak backs might.',
      'Morocco turns its clocks back for Ramadan. The time on your ticket is always Marrakesh time on that day.',
    ],
    es: [
      'Si a mediodía las nubes tapan más de dos tercios del cielo, te preguntamos si prefieres cambiar de fecha o el reembolso completo.',
      'Los camellos cargan hasta 95 kg y a nadie menor de seis años.',
      'El camino se acaba tres kilómetros antes de la loma; a la camioneta no le importa, a una espalda delicada quizá sí.',
      'Marruecos atrasa el reloj en Ramadán. La hora de tu boleto siempre es la de Marrakech ese día.',
    ],
  },
  policy: { kind: 'strict' },
  options: [
    {
      code: 'camel',
      title: { en: 'With the camels', es: 'Con camellos' },
      durationMinutes: 375,
      cutoffMinutes: 300,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 89000, seatsPerUnit: 1, ageMin: 13 },
        {
          type: 'CHILD',
          title: { en: 'Child, 6 to 12', es: 'Niño, de 6 a 12' },
          priceMinor: 54000,
          seatsPerUnit: 1,
          ageMin: 6,
          ageMax: 12,
          accompanied: true,
        },
      ],
      schedules: [
        {
          season: { from: '10-01', to: '03-31' },
          weekdays: [2, 3, 4, 6, 7],
          times: ['16:30'],
          capacity: 8,
          closed: ['12-31'],
        },
        { season: { from: '04-01', to: '06-15' }, weekdays: [2, 3, 4, 6, 7], times: ['18:00'], capacity: 8 },
        { season: { from: '09-01', to: '09-30' }, weekdays: [2, 4, 6], times: ['17:30'], capacity: 8 },
      ],
    },
    {
      code: 'on-foot',
      title: { en: 'On foot, same fire', es: 'A pie, el mismo fuego' },
      durationMinutes: 375,
      cutoffMinutes: 300,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 68000, seatsPerUnit: 1, ageMin: 13 },
        {
          type: 'CHILD',
          title: { en: 'Child, up to 12', es: 'Niño, hasta 12' },
          priceMinor: 36000,
          seatsPerUnit: 1,
          ageMax: 12,
          accompanied: true,
        },
        {
          type: 'GROUP',
          title: { en: 'Private van, up to 6', es: 'Camioneta privada, hasta 6' },
          priceMinor: 390000,
          seatsPerUnit: 6,
          max: 1,
        },
      ],
      schedules: [
        {
          season: { from: '10-01', to: '03-31' },
          weekdays: [2, 3, 4, 6, 7],
          times: ['16:30'],
          capacity: 6,
          closed: ['12-31'],
        },
        { season: { from: '04-01', to: '06-15' }, weekdays: [2, 4, 6], times: ['18:00'], capacity: 6 },
      ],
    },
  ],
  reviews: [
    {
      author: 'Fionnuala Keane',
      rating: 5,
      locale: 'en',
      party: 2,
      monthsAgo: 2,
      text: 'I swore at Saturn. So did a bishop’s wife from Limerick standing behind me. It just hangs there with its ring on, as if somebody had drawn it.',
    },
    {
      author: 'Matías Olmos',
      rating: 5,
      locale: 'es',
      party: 4,
      monthsAgo: 3,
      text: 'Nos llamaron a mediodía para avisar que venía nublado y nos cambiaron al jueves sin cobrar. El jueves: ni una nube. Esa llamada vale más que la cena, y la cena estaba buenísima.',
    },
    {
      author: 'Laurent B.',
      rating: 3,
      locale: 'en',
      party: 2,
      monthsAgo: 5,
      text: 'Clear sky, kind people, but a neighbouring camp had a wedding and you could hear the drums until ten.',
      reply:
        'You are right, Laurent, and we could not move the wedding. We now ask the camps around us each Monday and write to guests when there is one. — Yassine',
    },
    {
      author: 'Adaeze Nwosu',
      rating: 4,
      locale: 'en',
      party: 3,
      monthsAgo: 9,
      text: 'Take the blankets seriously. I wore everything I had packed and two of theirs.',
    },
  ],
  pictures: [
    {
      kind: 'night-sky-camp',
      time: 'night',
      palette: 'cenote',
      alt: {
        en: 'People around a fire beside two lit tents under the Milky Way',
        es: 'Gente alrededor de un fuego junto a dos tiendas iluminadas, bajo la Vía Láctea',
      },
    },
    {
      kind: 'desert',
      time: 'dusk',
      palette: 'terracotta',
      alt: { en: 'Desert ridges at dusk with camels', es: 'Lomas de desierto al atardecer, con camellos' },
    },
    {
      kind: 'night-sky-telescope',
      time: 'night',
      palette: 'rosa',
      alt: {
        en: 'Three people beside a telescope on a dark ridge',
        es: 'Tres personas junto a un telescopio en una loma oscura',
      },
    },
    {
      kind: 'mint-tea',
      time: 'dusk',
      palette: 'terracotta',
      alt: {
        en: 'Tea poured from a silver pot into small glasses',
        es: 'Té servido de una tetera plateada en vasitos',
      },
    },
  ],
} satisfies DemoExperience
