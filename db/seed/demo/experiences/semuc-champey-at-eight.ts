import type { DemoExperience } from '../types.ts'

export default {
  slug: 'semuc-champey-at-eight',
  provider: 'tres-volcanes',
  place: 'semuc-champey',
  category: 'water',
  currency: 'GTQ',
  latitude: 15.5335,
  longitude: -89.9608,
  languages: ['es', 'en', 'kek'],
  title: { en: 'Semuc Champey at eight', es: 'Semuc Champey a las ocho' },
  summary: {
    en: 'First through the gate, up to the lookout while it steams, then alone in the top pool for most of an hour.',
    es: 'Primeros en la puerta, al mirador mientras humea y casi una hora a solas en la poza de arriba.',
  },
  description: {
    en: `The Cahabón, a big brown river, disappears under a stone bridge three hundred metres long. On top of the bridge, as if it had nothing to do with it, lie seven pools of green rainwater. Semuc Champey is Q’eqchi’ for where the river hides.

Getting there is the price. It is eleven kilometres from Lanquín, standing in the back of a pick-up, and takes forty minutes. Ingrid Caal has the gate-keeper’s cousin on the phone, so you are first up the 1,100 steps to the lookout. You reach the pools by nine. The shuttles from the hostels come at half past ten.

After lunch on the bank there is Kan’ba, a cave swum by candle. Leave it out if you like: nobody will mind, and the hammock is good.`,
    es: `El Cahabón, que es un río grande y café, se mete debajo de un puente de piedra de trescientos metros. Encima del puente, como si nada, hay siete pozas verdes de agua de lluvia. Semuc Champey quiere decir, en q’eqchi’, donde el río se esconde.

El precio es llegar: once kilómetros desde Lanquín, de pie en la palangana de un picop, cuarenta minutos. Ingrid Caal tiene el teléfono del primo del guardián, así que usted sube primero los 1,100 escalones al mirador y a las nueve ya está en las pozas. Los shuttles de los hostales llegan a las diez y media.

Después de almorzar en la orilla queda Kan’ba, una cueva que se nada con candela. Si no quiere, no entre: nadie se ofende y la hamaca es buena.`,
  },
  itinerary: {
    en: [
      { at: '07:00', text: 'Pick-up from Lanquín’s park. Hold on with both hands.' },
      { at: '08:00', text: 'Gate. Up to El Mirador, forty minutes, wooden steps, many.' },
      { at: '09:00', text: 'The top pool, then down by natural slides, Ingrid first.' },
      { at: '11:00', text: 'Where the river goes under: we look from behind the rope.' },
      { at: '12:00', text: 'Kak ik, turkey broth, at doña Elvira’s on the bank.' },
      { at: '13:15', text: 'Kan’ba cave, an hour by candle. Or hammock.' },
      { at: '15:30', text: 'Lanquín.' },
    ],
    es: [
      { at: '07:00', text: 'Picop desde el parque de Lanquín. Agarrarse con las dos manos.' },
      { at: '08:00', text: 'Entrada. Al mirador, cuarenta minutos, gradas de madera, muchas.' },
      { at: '09:00', text: 'La poza de arriba y luego bajando por los toboganes, Ingrid de primera.' },
      { at: '11:00', text: 'Donde se hunde el río: se mira desde atrás del lazo.' },
      { at: '12:00', text: 'Kak’ik, caldo de chunto, con doña Elvira en la orilla.' },
      { at: '13:15', text: 'Cueva de Kan’ba, una hora con candela. O hamaca.' },
      { at: '15:30', text: 'Lanquín.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Lanquín central park, the kiosk',
      address: 'Barrio San Luis, Lanquín, Alta Verapaz',
      hint: 'By the stairs to the church. Ingrid counts heads out loud in Q’eqchi’.',
    },
    es: {
      name: 'Parque central de Lanquín, el kiosco',
      address: 'Barrio San Luis, Lanquín, Alta Verapaz',
      hint: 'Junto a las gradas de la iglesia. Ingrid cuenta cabezas en voz alta, en q’eqchi’.',
    },
  },
  included: {
    en: ['Pick-up both ways', 'Park and cave fees', 'Lunch', 'Helmet, candle and vest', 'Locker at the gate'],
    es: [
      'Picop de ida y vuelta',
      'Entradas al parque y a la cueva',
      'Almuerzo',
      'Casco, candela y chaleco',
      'Casillero en la entrada',
    ],
  },
  notIncluded: {
    en: [
      'Shoes that stay on (rubber ones rent for Q15)',
      'Tubing on the Cahabón, sold by others and after rain a bad idea',
    ],
    es: [
      'Zapatos que no se salgan (de hule, Q15 la renta)',
      'Tubing en el Cahabón, que venden otros y con lluvia es mala idea',
    ],
  },
  goodToKnow: {
    en: [
      'Swimmers only in the cave; the pools have shallow ends.',
      'The lookout is a real climb in wet heat. There is a flat path to the pools for those who would rather not.',
      'After two days of rain the pools turn brown and the slides close. Ingrid decides at six; you may move your date.',
      'No medical post nearer than Lanquín. Two of our crew are first-aiders.',
    ],
    es: [
      'A la cueva solo quien sepa nadar; las pozas tienen parte baja.',
      'El mirador es subida de verdad, con calor húmedo. Hay camino plano a las pozas para quien no quiera.',
      'Con dos días de lluvia las pozas se ponen cafés y cierran los toboganes. Ingrid decide a las seis y usted puede mover la fecha.',
      'El puesto de salud más cercano está en Lanquín. Dos del equipo saben primeros auxilios.',
    ],
  },
  policy: { kind: 'moderate' },
  options: [
    {
      code: 'pools-and-cave',
      title: { en: 'Pools, lookout, cave', es: 'Pozas, mirador y cueva' },
      durationMinutes: 510,
      cutoffMinutes: 720,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 38000, seatsPerUnit: 1, ageMin: 14 },
        {
          type: 'CHILD',
          title: { en: 'Child 8–13', es: 'De 8 a 13 años' },
          priceMinor: 29000,
          seatsPerUnit: 1,
          ageMin: 8,
          ageMax: 13,
          accompanied: true,
        },
      ],
      schedules: [
        {
          season: { from: '12-01', to: '05-31' },
          weekdays: [1, 2, 3, 4, 5, 6, 7],
          times: ['07:00'],
          capacity: 15,
          closed: ['12-25', '01-01'],
        },
        { season: { from: '06-01', to: '11-30' }, weekdays: [2, 4, 6], times: ['07:00'], capacity: 10 },
      ],
    },
  ],
  reviews: [
    {
      author: 'Ferran',
      rating: 5,
      locale: 'es',
      text: 'Cincuenta minutos solos en la poza de arriba. Los conté porque no me lo creía.',
      party: 2,
      monthsAgo: 2,
    },
    {
      author: 'Imani B.',
      rating: 4,
      locale: 'en',
      text: 'The pick-up ride is half of the memory. I hung on next to a crate of chicks. My arms hurt more than my legs.',
      party: 3,
      monthsAgo: 4,
    },
    {
      author: 'Dörte',
      rating: 5,
      locale: 'en',
      text: 'I chose hammock. No one tried to change my mind, and someone brought a mango.',
      party: 2,
      monthsAgo: 5,
    },
    {
      author: 'Álvaro Chub',
      rating: 3,
      locale: 'es',
      text: 'Las pozas estaban cafés y nos movieron al otro día, que ya íbamos para Flores. Devolvieron, pero perdimos un día.',
      party: 4,
      monthsAgo: 9,
      reply:
        'Lo sentimos, don Álvaro. Ahora publicamos una foto de las pozas cada tarde a las cinco para que la gente decida antes.',
    },
  ],
  pictures: [
    {
      kind: 'cascades',
      time: 'dawn',
      palette: 'jade',
      alt: {
        en: 'Green pools step down the valley, swimmers in the lowest',
        es: 'Pozas verdes escalonadas en el valle y nadadores en la de abajo',
      },
    },
    {
      kind: 'cascades',
      time: 'day',
      palette: 'maize',
      alt: {
        en: 'White water spills from one terrace to the next',
        es: 'El agua blanca se derrama de una terraza a otra',
      },
    },
    {
      kind: 'cenote',
      time: 'night',
      palette: 'cenote',
      alt: {
        en: 'Swimmers in a dark cave, a little light from above',
        es: 'Nadadores en una cueva oscura, con poca luz desde arriba',
      },
    },
  ],
} satisfies DemoExperience
