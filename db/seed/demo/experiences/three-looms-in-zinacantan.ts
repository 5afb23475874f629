import type { DemoExperience } from '../types.ts'

export default {
  slug: 'three-looms-in-zinacantan',
  provider: 'tierra-fria',
  place: 'san-cristobal',
  category: 'workshop',
  currency: 'MXN',
  latitude: 16.7597,
  longitude: -92.7222,
  languages: ['es', 'tzo', 'en'],
  title: { en: 'Three looms in Zinacantán', es: 'Tres telares en Zinacantán' },
  summary: {
    en: 'Tie yourself to a backstrap loom in Antonia’s yard and weave the width of a hand before the tortillas are ready.',
    es: 'Te amarras al telar de cintura en el patio de Antonia y tejes una cuarta antes de que salgan las tortillas.',
  },
  description: {
    en: `The loom is your own back. Lean away and the threads tighten; breathe out and they let go. It takes most people ten minutes to stop fighting it.

Antonia Pérez, her mother and her daughter-in-law work at three looms under one eave. The flowers on a Zinacantán shawl grow denser each year: the grandmother’s has four colours, the daughter-in-law’s has more than can be counted and some glitter, and they tease one another about it in Tsotsil. Xunka translates what is fit to be translated.

You warp, you weave a strip, you take it home. Then everyone moves into the kitchen, which is the room with the fire on the floor, for tortillas with squash seed and a piece of cheese. What is for sale is on one wall, with the weaver’s name and price, and no one follows you to it.`,
    es: `El telar es tu propia espalda. Te echas para atrás y los hilos se tensan; sueltas el aire y aflojan. Casi todos tardan diez minutos en dejar de pelearse.

Antonia Pérez, su mamá y su nuera trabajan en tres telares bajo el mismo alero. Las flores del chal de Zinacantán se aprietan cada año más: el de la abuela tiene cuatro colores; el de la nuera, los que quieras y con brillito, y se echan carrilla en tsotsil. Xunka traduce lo que se puede traducir.

Urdes, tejes una tira y te la llevas. Luego todos a la cocina, que es el cuarto del fuego en el suelo, por tortillas con pepita y un pedazo de queso. Lo que se vende está en una pared, con nombre de la tejedora y precio, y nadie te va siguiendo.`,
  },
  itinerary: {
    en: [
      { at: '09:30', text: 'Colectivo together from San Cristóbal, twenty-five minutes over the pass.' },
      { at: '10:15', text: 'Coffee from the pot. What the colours are for.' },
      { at: '10:40', text: 'Warping on the board, then onto the loom: one weaver to every three guests.' },
      { at: '12:15', text: 'Fire, tortillas, cheese. Posh for the grown-ups if grandmother pours.' },
      {
        at: '13:00',
        text: 'The wall of cloth, for who wants; the church of San Lorenzo, flowers to the ceiling (no photographs inside).',
      },
      { at: '14:00', text: 'Back in San Cristóbal.' },
    ],
    es: [
      { at: '09:30', text: 'Nos vamos juntos en colectivo desde San Cristóbal, veinticinco minutos por la loma.' },
      { at: '10:15', text: 'Café de olla. Para qué es cada color.' },
      { at: '10:40', text: 'A urdir en la tabla y luego al telar: una tejedora por cada tres visitantes.' },
      { at: '12:15', text: 'Fuego, tortillas, queso. Y pox para los grandes, si la abuela sirve.' },
      {
        at: '13:00',
        text: 'La pared de los tejidos, para quien quiera; la iglesia de San Lorenzo, llena de flores (adentro no se toman fotos).',
      },
      { at: '14:00', text: 'De vuelta en San Cristóbal.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Tierra Fría office',
      address: 'Calle Dr. Navarro 8, Barrio del Cerrillo, San Cristóbal de las Casas',
      hint: 'Blue door, price list in the window. Five minutes from Santo Domingo.',
    },
    es: {
      name: 'Oficina de Tierra Fría',
      address: 'Calle Dr. Navarro 8, Barrio del Cerrillo, San Cristóbal de las Casas',
      hint: 'Puerta azul con la lista de precios en la ventana. A cinco minutos de Santo Domingo.',
    },
  },
  included: {
    en: [
      'Colectivo both ways',
      'Threads, loom, and the strip you weave',
      'Food and drink in the kitchen',
      'A fixed day’s wage for the three weavers, on the wall of our office',
    ],
    es: [
      'Colectivo de ida y vuelta',
      'Hilo, telar y la tira que tejas',
      'Comida y bebida en la cocina',
      'Un jornal fijo para las tres tejedoras, publicado en nuestra oficina',
    ],
  },
  notIncluded: {
    en: ['Textiles from the wall (from MX$250)', 'Church donation'],
    es: ['Los tejidos de la pared (desde $250)', 'La cooperación de la iglesia'],
  },
  goodToKnow: {
    en: [
      'You kneel on a mat to weave; a low stool works for bad knees.',
      'Ask before photographing a person. Never in the church.',
      'It is at 2,150 metres: cold until eleven, smoky in the kitchen.',
      'The yard is level; the colectivo has a high step.',
    ],
    es: [
      'Se teje de rodillas en un petate; si no te dan, hay banquito.',
      'Pide permiso antes de tomarle foto a alguien. En la iglesia, nunca.',
      'Está a 2,150 metros: frío hasta las once y humo en la cocina.',
      'El patio es parejo; el colectivo tiene un escalón alto.',
    ],
  },
  policy: { kind: 'flexible' },
  options: [
    {
      code: 'half-day',
      title: { en: 'Half a day at the loom', es: 'Medio día en el telar' },
      durationMinutes: 270,
      cutoffMinutes: 720,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 78000, seatsPerUnit: 1, ageMin: 13 },
        {
          type: 'CHILD',
          title: { en: 'Child 7–12', es: 'De 7 a 12 años' },
          priceMinor: 45000,
          seatsPerUnit: 1,
          ageMin: 7,
          ageMax: 12,
          accompanied: true,
        },
        {
          type: 'INFANT',
          title: { en: 'Under 7, plays with the hens', es: 'Menor de 7, juega con las gallinas' },
          priceMinor: 0,
          seatsPerUnit: 0,
          ageMin: 0,
          ageMax: 6,
          max: 2,
          accompanied: true,
        },
      ],
      schedules: [
        {
          weekdays: [2, 3, 5, 6],
          times: ['09:30'],
          capacity: 9,
          closed: ['01-20', '01-21', '01-22', '08-08', '08-09', '08-10', '08-11', '11-01', '11-02'],
        },
      ],
    },
    {
      code: 'three-days',
      title: { en: 'Three mornings, one shawl border', es: 'Tres mañanas, una orilla de chal' },
      durationMinutes: 3060,
      cutoffMinutes: 1440,
      units: [
        {
          type: 'ADULT',
          title: { en: 'Learner, from 16', es: 'Aprendiz, desde 16 años' },
          priceMinor: 295000,
          seatsPerUnit: 1,
          ageMin: 16,
        },
      ],
      schedules: [{ season: { from: '02-01', to: '07-31' }, weekdays: [2], times: ['09:30'], capacity: 4 }],
    },
  ],
  reviews: [
    {
      author: 'Ingeborg',
      rating: 5,
      locale: 'en',
      text: 'I have woven on floor looms for thirty years. Antonia looked at my strip, said one sentence, and Xunka said: “She says you pull like a man.” She was right.',
      party: 1,
      monthsAgo: 2,
    },
    {
      author: 'Lupita Archundia',
      rating: 5,
      locale: 'es',
      text: 'Se agradece que los precios estén en la pared y que nadie te apure. Compré dos y hubiera comprado tres.',
      party: 2,
      monthsAgo: 4,
    },
    {
      author: 'Sam W.',
      rating: 4,
      locale: 'en',
      text: 'The kitchen smoke got to my asthma and they moved lunch outside without my asking.',
      party: 2,
      monthsAgo: 6,
    },
    {
      author: 'Nadxieli',
      rating: 5,
      locale: 'es',
      text: 'La de nueve tejió, la de cinco correteó gallinas y yo me tomé el pox. Cada quien lo suyo.',
      party: 3,
      monthsAgo: 7,
    },
  ],
  pictures: [
    {
      kind: 'weaving-backstrap',
      time: 'day',
      palette: 'rosa',
      alt: {
        en: 'A woman kneels at a backstrap loom tied to a tree, balls of thread beside her',
        es: 'Una mujer de rodillas en el telar de cintura amarrado a un árbol, con bolas de hilo al lado',
      },
    },
    {
      kind: 'weaving-loom',
      time: 'golden',
      palette: 'terracotta',
      alt: {
        en: 'Two hands beat a patterned cloth, row by row',
        es: 'Dos manos aprietan una tela labrada, vuelta por vuelta',
      },
    },
    {
      kind: 'weaving-skeins',
      time: 'day',
      palette: 'cenote',
      alt: {
        en: 'Skeins of dyed yarn drying on a line above clay pots',
        es: 'Madejas teñidas que se secan en un lazo sobre ollas de barro',
      },
    },
    {
      kind: 'kitchen',
      time: 'dawn',
      palette: 'rosa',
      alt: {
        en: 'A kitchen with clay pots on a cold bright morning',
        es: 'Una cocina con ollas de barro en una mañana fría y clara',
      },
    },
  ],
} satisfies DemoExperience
