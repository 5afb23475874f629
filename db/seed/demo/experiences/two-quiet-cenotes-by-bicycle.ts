import type { DemoExperience } from '../types.ts'

export default {
  slug: 'two-quiet-cenotes-by-bicycle',
  provider: 'camino-blanco',
  place: 'merida',
  category: 'water',
  currency: 'MXN',
  latitude: 20.7389,
  longitude: -89.2853,
  languages: ['es', 'en'],
  title: { en: 'Two quiet cenotes by bicycle', es: 'Dos cenotes tranquilos en bicicleta' },
  summary: {
    en: 'Eighteen flat kilometres on farm tracks around Homún, and two swims where there is no ticket booth.',
    es: 'Dieciocho kilómetros planos por brechas de Homún y dos chapuzones donde no hay taquilla.',
  },
  description: {
    en: `Homún has more cenotes than streets. Most visitors see the three with car parks. We take the track behind the cemetery instead, between henequen rows that have gone wild, to two that belong to farmers and are opened with a key.

The first is a hole in a cattle field with a spiral stair made of rebar and faith (inspected, repainted each January). The second you reach after an hour, hot, which is how a cenote should be reached: a low cave with blue water and a shelf to sit on. The way back is with the sun behind you and a stop for a coconut.

Fidel, who leads, used to repair bicycles for the village school. If yours makes a noise he will hear it before you do.`,
    es: `Homún tiene más cenotes que calles. La mayoría de la gente conoce los tres con estacionamiento. Nosotros agarramos la brecha detrás del panteón, entre henequenes que ya se hicieron monte, hacia dos que son de campesinos y se abren con llave.

El primero es un hoyo en medio de un potrero, con una escalera de caracol hecha de varilla y fe (revisada y pintada cada enero). Al segundo se llega una hora después y acalorado, que es como debe llegarse a un cenote: una cueva baja, agua azul y una repisa para sentarse. El regreso es con el sol a la espalda y parada para un coco.

Fidel, que va al frente, arreglaba las bicis de la escuela del pueblo. Si la tuya hace un ruidito, él lo oye primero.`,
  },
  itinerary: {
    en: [
      { at: '15:00', text: 'Fitting saddles and helmets in the square at Homún.' },
      { at: '15:20', text: 'Out past the cemetery, seven kilometres of white track.' },
      { at: '16:00', text: 'First cenote. Fifty minutes in the water or on the rim.' },
      { at: '17:00', text: 'Six kilometres through pasture; motmots on the wires.' },
      { at: '17:40', text: 'Second cenote, the one with the shelf. Lamps on helmets.' },
      { at: '18:35', text: 'Coconut at don Lupe’s gate, then five easy kilometres back.' },
    ],
    es: [
      { at: '15:00', text: 'Ajuste de asientos y cascos en el parque de Homún.' },
      { at: '15:20', text: 'Salida por el panteón, siete kilómetros de camino blanco.' },
      { at: '16:00', text: 'Primer cenote. Cincuenta minutos en el agua o en la orilla.' },
      { at: '17:00', text: 'Seis kilómetros entre potreros; toh en los alambres.' },
      { at: '17:40', text: 'Segundo cenote, el de la repisa. Lámpara en el casco.' },
      { at: '18:35', text: 'Un coco en la reja de don Lupe y cinco kilómetros suaves de vuelta.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Homún main square',
      address: 'Calle 20 and 19, Homún, Yucatán, 50 km from Mérida',
      hint: 'Under the big almond tree, opposite the town hall arches. Eight orange bicycles are hard to miss.',
    },
    es: {
      name: 'Parque principal de Homún',
      address: 'Calle 20 con 19, Homún, Yucatán, a 50 km de Mérida',
      hint: 'Bajo el almendro grande, frente a los arcos del palacio municipal. Ocho bicis naranjas no se pierden.',
    },
  },
  included: {
    en: [
      'Bicycle and helmet, frames from 24 inches to XL',
      'Both entrances',
      'Vest and head lamp',
      'Coconut and two litres of water each',
    ],
    es: [
      'Bicicleta y casco, de rodada 24 a talla XL',
      'Las dos entradas',
      'Chaleco y lámpara',
      'Un coco y dos litros de agua por persona',
    ],
  },
  notIncluded: {
    en: ['Transport to Homún, unless you choose the van from Mérida', 'Towel'],
    es: ['Traslado a Homún, salvo que elijas la camioneta desde Mérida', 'Toalla'],
  },
  goodToKnow: {
    en: [
      'Flat, but 18 km on gravel in the heat is still 18 km. If you ride once a month you will be fine.',
      'Swimming is optional; the stair at the first cenote is steep and has 34 steps.',
      'From June to October it may pour at five. We wait in a cave, which is the right place.',
      'Not suitable in pregnancy. Tag-along bikes for children can be booked below.',
    ],
    es: [
      'Es plano, pero 18 km de grava con calor siguen siendo 18 km. Si pedaleas una vez al mes, llegas bien.',
      'Nadar es opcional; la escalera del primer cenote es empinada y tiene 34 escalones.',
      'De junio a octubre puede caer el agua a las cinco. Esperamos en una cueva, que es donde hay que esperar.',
      'No es para embarazadas. La bici remolque para niños se reserva abajo.',
    ],
  },
  policy: { kind: 'flexible' },
  options: [
    {
      code: 'from-homun',
      title: { en: 'Meet in Homún', es: 'Nos vemos en Homún' },
      durationMinutes: 240,
      cutoffMinutes: 120,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 89000, seatsPerUnit: 1, ageMin: 16 },
        {
          type: 'YOUTH',
          title: { en: 'Ages 10–15, own bicycle', es: 'De 10 a 15, bici propia' },
          priceMinor: 69000,
          seatsPerUnit: 1,
          ageMin: 10,
          ageMax: 15,
          accompanied: true,
        },
        {
          type: 'CHILD',
          title: { en: 'Ages 5–9, tag-along behind an adult', es: 'De 5 a 9, en remolque' },
          priceMinor: 45000,
          seatsPerUnit: 1,
          ageMin: 5,
          ageMax: 9,
          max: 2,
          accompanied: true,
        },
      ],
      schedules: [
        {
          season: { from: '11-01', to: '04-30' },
          weekdays: [1, 2, 3, 4, 5, 6, 7],
          times: ['15:00'],
          capacity: 8,
          closed: ['12-25', '01-01'],
        },
        { season: { from: '05-01', to: '10-31' }, weekdays: [2, 4, 6, 7], times: ['07:00', '15:00'], capacity: 8 },
      ],
    },
    {
      code: 'van-from-merida',
      title: { en: 'With the van from Mérida', es: 'Con camioneta desde Mérida' },
      durationMinutes: 390,
      cutoffMinutes: 240,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 124000, seatsPerUnit: 1, ageMin: 16 },
        {
          type: 'YOUTH',
          title: { en: 'Ages 10–15, own bicycle', es: 'De 10 a 15, bici propia' },
          priceMinor: 98000,
          seatsPerUnit: 1,
          ageMin: 10,
          ageMax: 15,
          accompanied: true,
        },
      ],
      schedules: [{ weekdays: [5, 6, 7], times: ['13:45'], capacity: 6, closed: ['12-25', '01-01'] }],
    },
  ],
  reviews: [
    {
      author: 'Sanne & Joost',
      rating: 5,
      locale: 'en',
      text: 'We are Dutch, so we came for the cenotes and judged the bicycles. Both passed.',
      party: 2,
      monthsAgo: 2,
    },
    {
      author: 'Emilio Canché',
      rating: 4,
      locale: 'es',
      text: 'Muy tranquilo, de veras no había nadie. Le quito una estrella a mi asiento, no a Fidel.',
      party: 3,
      monthsAgo: 3,
      reply: 'Ya compramos cuatro asientos con gel. El tuyo quedó de florero.',
    },
    {
      author: 'Dana',
      rating: 5,
      locale: 'en',
      text: 'Storm at exactly five. We sat in the cave while it roared outside, and Fidel handed round oranges. Best part.',
      party: 1,
      monthsAgo: 8,
    },
    {
      author: 'Paulina Ordaz',
      rating: 5,
      locale: 'es',
      text: 'Mi hijo de 7 fue en la bici remolque, cantando los 18 kilómetros. Perdón, Homún.',
      party: 3,
      monthsAgo: 5,
    },
    {
      author: 'G. Whitfield',
      rating: 3,
      locale: 'en',
      text: 'Good guide, lovely second cave, but in April at three in the afternoon the ride out is brutal. There should be a morning start in the hot months.',
      party: 2,
      monthsAgo: 11,
      reply: 'You were not the only one. From May to October there is now a 07:00.',
    },
  ],
  pictures: [
    {
      kind: 'cenote',
      time: 'golden',
      palette: 'cenote',
      alt: {
        en: 'A cave with still blue water, warm light on the stone',
        es: 'Una cueva de agua azul quieta, con luz cálida en la piedra',
      },
    },
    {
      kind: 'cenote',
      time: 'day',
      palette: 'rosa',
      alt: {
        en: 'Heads in the water of a cenote, vines above them',
        es: 'Cabezas en el agua de un cenote, con bejucos encima',
      },
    },
    {
      kind: 'colonial-street',
      time: 'day',
      palette: 'maize',
      alt: {
        en: 'A village street with painted walls before noon',
        es: 'Una calle de pueblo con muros pintados antes del mediodía',
      },
    },
  ],
} satisfies DemoExperience
