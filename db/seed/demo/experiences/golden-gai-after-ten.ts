import type { DemoExperience } from '../types.ts'

export default {
  slug: 'golden-gai-after-ten',
  provider: 'kissaten-walks',
  place: 'tokyo',
  category: 'night',
  currency: 'JPY',
  latitude: 35.6934,
  longitude: 139.7052,
  languages: ['en', 'ja', 'es'],
  title: { en: 'Golden Gai after ten', es: 'Golden Gai después de las diez' },
  summary: {
    en: 'Three bars of six to nine stools each in Shinjuku’s oldest drinking alleys, with somebody the owners know.',
    es: 'Tres bares de seis a nueve bancos en los callejones más viejos de Shinjuku, con alguien a quien conocen.',
  },
  description: {
    en: 'Golden Gai is six alleys, two storeys high and about as wide as an open umbrella. Around two hundred bars fit inside, most with a single counter. On many doors a card says members only; it usually means that the owner would like to know who you are before you sit down.\n\nHaruka has been drinking here since she was a subtitler working nights. She rings ahead at nine, pays the seat charges and introduces you by name. The first bar plays nothing but vinyl from before 1980, the second belongs to a retired stage carpenter, and the third depends on who answers the phone.\n\nIt often rains, and the alleys are better for it. Bring a small bag and shoes that come off easily: two of the staircases are close to ladders.',
    es: 'Golden Gai son seis callejones de dos pisos, más o menos del ancho de un paraguas abierto. Adentro caben unos doscientos bares, casi todos con una sola barra. En muchas puertas hay un letrero de «solo miembros»; por lo general quiere decir que al dueño le gusta saber quién eres antes de que te sientes.\n\nHaruka viene desde que trabajaba de noche subtitulando películas. A las nueve llama por teléfono, paga el derecho de asiento y te presenta por tu nombre. El primer bar pone solo vinilos anteriores a 1980, el segundo es de un carpintero de teatro jubilado y el tercero depende de quién conteste.\n\nLlueve seguido, y a los callejones les sienta bien. Trae bolsa chica y zapatos fáciles de quitar: dos de las escaleras parecen más bien de mano.',
  },
  itinerary: {
    en: [
      {
        at: '22:00',
        text: 'Meet under the torii of Hanazono Shrine. How to order, how to toast, what the seat charge is for.',
      },
      {
        at: '22:20',
        text: 'First bar, ground floor: highballs and records. The host chooses the side, you may ask for the other.',
      },
      {
        at: '23:10',
        text: 'Up a steep stair to the carpenter’s counter. Shōchū with hot water, pickles he makes himself.',
      },
      {
        at: '00:05',
        text: 'The third door. If it is full we stand in the alley with a can of hot corn soup from the machine, as everyone does.',
      },
      { at: '00:55', text: 'Back at the shrine. We find you a taxi or point you to the street with the ramen.' },
    ],
    es: [
      {
        at: '22:00',
        text: 'Cita bajo el torii del santuario Hanazono. Cómo se pide, cómo se brinda y para qué es el derecho de asiento.',
      },
      {
        at: '22:20',
        text: 'Primer bar, planta baja: highballs y discos. La casa escoge el lado; tú puedes pedir el otro.',
      },
      {
        at: '23:10',
        text: 'Por una escalera empinada a la barra del carpintero. Shōchū con agua caliente y encurtidos hechos por él.',
      },
      {
        at: '00:05',
        text: 'La tercera puerta. Si está llena, esperamos en el callejón con una lata de sopa de elote caliente de la máquina, como todos.',
      },
      { at: '00:55', text: 'De vuelta en el santuario. Te conseguimos taxi o te señalamos la calle del ramen.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Hanazono Shrine, torii on Yasukuni-dōri',
      address: '5-17-3 Shinjuku, Shinjuku-ku, Tokyo',
      hint: 'From exit E1 of Shinjuku-sanchōme station it is two minutes. Haruka carries a folded red umbrella, rain or not.',
    },
    es: {
      name: 'Santuario Hanazono, torii sobre Yasukuni-dōri',
      address: '5-17-3 Shinjuku, Shinjuku-ku, Tokio',
      hint: 'A dos minutos de la salida E1 de Shinjuku-sanchōme. Haruka trae un paraguas rojo cerrado, llueva o no.',
    },
  },
  included: {
    en: [
      'Seat charges in three bars',
      'One drink in each, with or without alcohol',
      'Small dishes that come with the seat',
      'Your host for three hours',
    ],
    es: [
      'Derecho de asiento en tres bares',
      'Una bebida en cada uno, con o sin alcohol',
      'Los platitos que vienen con el asiento',
      'Tu anfitriona durante tres horas',
    ],
  },
  notIncluded: {
    en: ['Further drinks, ¥800 to ¥1,400 each, in cash', 'The taxi home: most last trains leave Shinjuku before 00:40'],
    es: [
      'Otras bebidas, de ¥800 a ¥1,400, en efectivo',
      'El taxi de regreso: casi todos los últimos trenes salen de Shinjuku antes de las 00:40',
    ],
  },
  goodToKnow: {
    en: [
      'You must be 20, the drinking age in Japan; the second bar asks for a passport.',
      'No photographs inside unless the owner offers. Several never do.',
      'People smoke in two of the three bars.',
      'Steep stairs and no step-free way in.',
    ],
    es: [
      'Hay que tener 20 años, la edad para beber en Japón; en el segundo bar piden pasaporte.',
      'Adentro no se toman fotos, salvo que el dueño lo ofrezca. Varios nunca lo hacen.',
      'En dos de los tres bares se fuma.',
      'Escaleras empinadas; no hay acceso sin escalones.',
    ],
  },
  policy: { kind: 'moderate' },
  options: [
    {
      code: 'counter',
      title: { en: 'A stool at the counter', es: 'Un banco en la barra' },
      durationMinutes: 180,
      cutoffMinutes: 120,
      units: [
        {
          type: 'ADULT',
          title: { en: 'Adult, 20 and over', es: 'Adulto, desde 20 años' },
          priceMinor: 9800,
          seatsPerUnit: 1,
          ageMin: 20,
        },
      ],
      schedules: [
        {
          weekdays: [2, 3, 4, 5, 6],
          times: ['22:00'],
          capacity: 6,
          closed: ['12-30', '12-31', '01-01', '01-02', '01-03'],
        },
      ],
    },
    {
      code: 'own-night',
      title: { en: 'The whole night for your own people', es: 'Toda la noche para tu gente' },
      durationMinutes: 180,
      cutoffMinutes: 1440,
      units: [
        {
          type: 'GROUP',
          title: { en: 'Private, up to 4 people', es: 'Privado, hasta 4 personas' },
          priceMinor: 44000,
          seatsPerUnit: 4,
          ageMin: 20,
          max: 1,
        },
      ],
      schedules: [{ weekdays: [1], times: ['22:00'], capacity: 4, closed: ['12-29', '12-30', '12-31'] }],
    },
  ],
  reviews: [
    {
      author: 'Marguerite O.',
      rating: 5,
      locale: 'en',
      party: 2,
      monthsAgo: 1,
      text: 'The carpenter put down his glass, looked at my husband’s hands and asked what he built. They talked about joints for forty minutes, mostly by drawing on coasters. We have the coasters.',
    },
    {
      author: 'Iker Salaberria',
      rating: 5,
      locale: 'es',
      party: 3,
      monthsAgo: 2,
      text: 'Pasé por Golden Gai yo solo dos noches y no me atreví a abrir ninguna puerta. Con Haruka entramos a tres y en la última nos guardaron el paraguas hasta el día siguiente.',
    },
    {
      author: 'Devon Achebe',
      rating: 4,
      locale: 'en',
      party: 1,
      monthsAgo: 4,
      text: 'Five stars for the people, minus one for the smoke in the second bar. I was told beforehand, to be fair, but I had to wash everything.',
      reply:
        'Thank you for saying it plainly, Devon. If you come back, write “no smoke” when booking and we swap that bar for one across the alley. It has worse pickles. — Haruka',
    },
    {
      author: 'Lucía Ferreyra',
      rating: 5,
      locale: 'es',
      party: 2,
      monthsAgo: 7,
      text: 'No tomo alcohol y no fui la rara de la mesa ni un minuto. Me hicieron un té de cebada tostada con limón que llevo meses tratando de copiar.',
    },
    {
      author: 'Tomasz W.',
      rating: 3,
      locale: 'en',
      party: 2,
      monthsAgo: 9,
      text: 'Good evening, but the third bar was full and we waited in the alley for a good quarter of an hour. The corn soup is real and it is fine.',
    },
  ],
  pictures: [
    {
      kind: 'tokyo-night',
      time: 'night',
      palette: 'cenote',
      alt: {
        en: 'A narrow wet alley at night with lanterns, lit shopfronts and people under umbrellas',
        es: 'Un callejón mojado de noche, con linternas, locales encendidos y gente bajo paraguas',
      },
    },
    {
      kind: 'kissaten',
      time: 'night',
      palette: 'terracotta',
      alt: {
        en: 'A bar counter with stools under three hanging lamps, shelves of cups and bottles behind',
        es: 'Una barra con bancos bajo tres lámparas, con repisas de tazas y botellas detrás',
      },
    },
    {
      kind: 'tokyo-night',
      time: 'dusk',
      palette: 'rosa',
      alt: {
        en: 'The same kind of alley as the signs come on at dusk',
        es: 'Un callejón parecido cuando se encienden los letreros al anochecer',
      },
    },
  ],
} satisfies DemoExperience
