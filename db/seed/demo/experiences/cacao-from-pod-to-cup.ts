import type { DemoExperience } from '../types.ts'

export default {
  slug: 'cacao-from-pod-to-cup',
  provider: 'mesa-larga',
  place: 'merida',
  category: 'workshop',
  currency: 'MXN',
  latitude: 20.9762,
  longitude: -89.6221,
  languages: ['es', 'en', 'fr'],
  title: { en: 'Cacao, from pod to cup', es: 'Cacao, de la mazorca a la jícara' },
  summary: {
    en: 'Six people at a table roast, peel, grind and pour their own chocolate, the way it was drunk before milk.',
    es: 'Seis personas en una mesa tuestan, pelan, muelen y sirven su propio chocolate, como se bebía antes de la leche.',
  },
  description: {
    en: `A fresh cacao pod sounds full when you knock on it. Inside, the beans sit in a white pulp that tastes of lychee and has nothing to do with chocolate at all. That is where Joaquín starts.

Over two hours and one comal you take forty beans from raw to liquid: roast them until they crackle like rain, slip the husks off with your thumbs, grind on a warm metate until the paste shines. Your arms will know it. The chocolate is then whisked with water, honey, allspice and a little chilli, poured from high up into a gourd, and drunk slowly.

What is left you press into a tablet and take home in paper.`,
    es: `La mazorca fresca de cacao suena llena cuando la tocas con los nudillos. Adentro los granos vienen en una pulpa blanca que sabe a lichi y no tiene nada que ver con el chocolate. Por ahí empieza Joaquín.

En dos horas y un comal llevas cuarenta granos de crudos a líquidos: se tuestan hasta que truenan como lluvia, se pelan con el pulgar y se muelen en el metate tibio hasta que la pasta brilla. Los brazos se enteran. Luego se bate con agua, miel, pimienta de Tabasco y tantito chile, se sirve desde lo alto en jícara y se toma despacio.

Con lo que sobra haces una tablilla y te la llevas en papel.`,
  },
  itinerary: {
    en: [
      { at: '17:45', text: 'Open a pod, eat the pulp, look at the purple inside of a raw bean.' },
      { at: '18:00', text: 'Roasting on the comal, everyone with a spoon. Three roasts are compared by nose.' },
      { at: '18:30', text: 'Peeling and grinding. Joaquín tells what a rabbit cost in beans in 1545.' },
      { at: '19:10', text: 'Whisk, pour, drink. With water first, then as your grandmother had it.' },
      { at: '19:35', text: 'Tablets are wrapped and you write on the paper what you put in.' },
    ],
    es: [
      { at: '17:45', text: 'Se abre una mazorca, se chupa la pulpa y se mira el morado del grano crudo.' },
      { at: '18:00', text: 'A tostar en el comal, cada quien con su cuchara. Se comparan tres tuestes con la nariz.' },
      { at: '18:30', text: 'Pelar y moler. Joaquín cuenta cuántos granos costaba un conejo en 1545.' },
      { at: '19:10', text: 'Batir, servir, beber. Primero con agua y luego como lo hacía tu abuela.' },
      { at: '19:35', text: 'Se envuelven las tablillas y en el papel escribes qué le pusiste.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Mesa Larga',
      address: 'Calle 47 no. 468-A, between 58 and 60, Santa Ana, Mérida',
      hint: 'Ring twice. The door is dark green and smells of toast; Santa Ana church is two blocks north-east.',
    },
    es: {
      name: 'Mesa Larga',
      address: 'Calle 47 núm. 468-A entre 58 y 60, Santa Ana, Mérida',
      hint: 'Toca dos veces. La puerta es verde oscuro y huele a tostado; la iglesia de Santa Ana queda a dos cuadras.',
    },
  },
  included: {
    en: [
      'Cacao from Don Beto’s four hectares in Tabasco',
      'Two cups of chocolate',
      'Your tablet, about 120 g',
      'Sweet bread from the bakery next door',
    ],
    es: [
      'Cacao de las cuatro hectáreas de don Beto, en Tabasco',
      'Dos tazas de chocolate',
      'Tu tablilla, de unos 120 g',
      'Pan dulce de la panadería de junto',
    ],
  },
  notIncluded: {
    en: ['Gourds and whisks, sold at the makers’ price'],
    es: ['Jícaras y molinillos, a precio de artesano'],
  },
  goodToKnow: {
    en: [
      'Grinding is done kneeling or at a raised stone, as you prefer.',
      'No milk, nuts or gluten in the chocolate. The bread has all three.',
      'Cacao keeps some people awake. The 16:00 table exists for them.',
      'The house has one step and a narrow corridor (74 cm).',
    ],
    es: [
      'Se muele de rodillas o en un metate alto, como prefieras.',
      'El chocolate no lleva leche, nuez ni gluten. El pan lleva los tres.',
      'A algunos el cacao les quita el sueño. Para eso está la mesa de las 16:00.',
      'La casa tiene un escalón y un pasillo angosto (74 cm).',
    ],
  },
  policy: { kind: 'moderate' },
  options: [
    {
      code: 'at-the-table',
      title: { en: 'Six at a table', es: 'Seis en la mesa' },
      durationMinutes: 120,
      cutoffMinutes: 60,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 76000, seatsPerUnit: 1, ageMin: 15 },
        {
          type: 'YOUTH',
          title: { en: 'Ages 8–14', es: 'De 8 a 14 años' },
          priceMinor: 52000,
          seatsPerUnit: 1,
          ageMin: 8,
          ageMax: 14,
          accompanied: true,
        },
      ],
      schedules: [
        { weekdays: [2, 4, 5], times: ['17:45'], capacity: 6, closed: ['11-01', '11-02', '12-24', '12-25'] },
        { weekdays: [6], times: ['16:00', '18:30'], capacity: 6, closed: ['11-01', '11-02', '12-24', '12-25'] },
      ],
    },
  ],
  reviews: [
    {
      author: 'Aoife Byrne',
      rating: 5,
      locale: 'en',
      text: 'I pressed too hard, ground too slowly and had the best chocolate at the table, because Joaquín quietly finished mine.',
      party: 3,
      monthsAgo: 1,
    },
    {
      author: 'Constanza',
      rating: 5,
      locale: 'es',
      text: 'Lo de probar el mismo grano en tres tuestes me cambió el desayuno para siempre.',
      party: 2,
      monthsAgo: 2,
    },
    {
      author: 'Rui Tavares',
      rating: 4,
      locale: 'en',
      text: 'Intimate and precise. Two hours pass fast; a third would not hurt. The back patio is warm in May.',
      party: 2,
      monthsAgo: 4,
    },
    {
      author: 'Bruno y Sandra',
      rating: 5,
      locale: 'es',
      text: 'Nuestra hija de nueve años ganó el concurso (que no existía) de la tablilla más picosa.',
      party: 3,
      monthsAgo: 6,
      reply: 'Ya existe. Su récord sigue pegado en la puerta del refri.',
    },
  ],
  pictures: [
    {
      kind: 'cacao-pods',
      time: 'day',
      palette: 'terracotta',
      alt: {
        en: 'Ripe cacao pods, red, yellow and purple, growing straight from the trunk',
        es: 'Mazorcas maduras de cacao, rojas, amarillas y moradas, pegadas al tronco',
      },
    },
    {
      kind: 'cacao-opened',
      time: 'golden',
      palette: 'terracotta',
      alt: {
        en: 'A split pod with white beans beside a bowl of roasted ones',
        es: 'Una mazorca abierta con granos blancos junto a un tazón de granos tostados',
      },
    },
    {
      kind: 'kitchen',
      time: 'golden',
      palette: 'jade',
      alt: {
        en: 'Clay pots and hanging pans in a kitchen towards evening',
        es: 'Ollas de barro y sartenes colgadas en una cocina al caer la tarde',
      },
    },
    {
      kind: 'cacao-grove',
      time: 'day',
      palette: 'maize',
      alt: {
        en: 'A path between cacao trees, pods on every trunk',
        es: 'Un camino entre árboles de cacao con mazorcas en cada tronco',
      },
    },
  ],
} satisfies DemoExperience
