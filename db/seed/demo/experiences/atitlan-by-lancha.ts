import type { DemoExperience } from '../types.ts'

export default {
  slug: 'atitlan-by-lancha',
  provider: 'tres-volcanes',
  place: 'lake-atitlan',
  category: 'water',
  currency: 'GTQ',
  latitude: 14.7361,
  longitude: -91.1581,
  languages: ['es', 'en', 'cak'],
  title: { en: 'Atitlán by lancha', es: 'Atitlán en lancha' },
  summary: {
    en: 'Three villages, one boat and Juana’s brother at the helm, home before the Xocomil roughens the lake.',
    es: 'Tres pueblos, una lancha y el hermano de Juana al timón, de regreso antes de que sople el Xocomil.',
  },
  description: {
    en: `In the morning the lake is glass; by one the Xocomil gets up, the wind that carries away sin, and the boats start to slap. Everything about this day follows from that.

We cross first to San Juan La Laguna, where cotton is boiled with coconut husk, hibiscus and clay until it is the colour of each. Then San Pedro for coffee under the volcano, and last, because it is the one people remember, Santiago Atitlán: the market up the hill, the church with its carved altar, and a call on Maximón. He is a saint who smokes and changes house every May. We ask at the landing where he lives this year.

The lancha is ours alone. Domingo points out where the water has risen: those roofs standing in the reeds were hotels in 2009.`,
    es: `Por la mañana el lago es un espejo; a la una se levanta el Xocomil, el viento que se lleva los pecados, y las lanchas empiezan a golpear. De ahí sale todo el orden del día.

Primero cruzamos a San Juan La Laguna, donde el algodón se hierve con cáscara de coco, rosa de jamaica o barro hasta que agarra cada color. Luego San Pedro, para el café al pie del volcán. Y de último, porque es el que se recuerda, Santiago Atitlán: el mercado cuesta arriba, la iglesia con su altar tallado y una visita a Maximón, un santo que fuma y cambia de casa cada mayo. En el muelle preguntamos dónde vive este año.

La lancha va solo con nosotros. Domingo enseña hasta dónde ha subido el agua: esos techos entre el tul eran hoteles en 2009.`,
  },
  itinerary: {
    en: [
      { at: '08:00', text: 'From the Tzanjuyú jetty. Vests on, small bags under the bench.' },
      { at: '08:35', text: 'San Juan: the dye pots, then the street of painted walls down to the water.' },
      { at: '10:20', text: 'San Pedro: a cup at the cooperative’s patio, beans drying at your feet.' },
      { at: '11:20', text: 'Round the foot of San Pedro volcano to Santiago.' },
      { at: '11:50', text: 'Market, church, Maximón (a candle each, lit by you).' },
      { at: '13:00', text: 'Lunch of patín and tortillas by the landing, while the wind decides.' },
      { at: '14:00', text: 'Panajachel. If it is blowing, we hug the shore and arrive at half past.' },
    ],
    es: [
      { at: '08:00', text: 'Del muelle Tzanjuyú. Chaleco puesto y mochila bajo la banca.' },
      { at: '08:35', text: 'San Juan: las ollas de tinte y la calle de los murales hasta el agua.' },
      { at: '10:20', text: 'San Pedro: una taza en el patio de la cooperativa, con el café secándose a los pies.' },
      { at: '11:20', text: 'Damos la vuelta al volcán San Pedro rumbo a Santiago.' },
      { at: '11:50', text: 'Mercado, iglesia y Maximón (una candela por persona, encendida por usted).' },
      { at: '13:00', text: 'Almuerzo de patín con tortillas junto al muelle, mientras el viento decide.' },
      { at: '14:00', text: 'Panajachel. Si sopla, vamos pegados a la orilla y llegamos a las dos y media.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Muelle Tzanjuyú, jetty 2',
      address: 'End of Calle del Embarcadero, Panajachel, Sololá',
      hint: 'Touts will offer you other boats. Ours is turquoise, called La Prudencia, and Domingo never shouts.',
    },
    es: {
      name: 'Muelle Tzanjuyú, muelle 2',
      address: 'Final de la Calle del Embarcadero, Panajachel, Sololá',
      hint: 'Le van a ofrecer otras lanchas. La nuestra es turquesa, se llama La Prudencia, y Domingo nunca grita.',
    },
  },
  included: {
    en: [
      'The lancha all day',
      'Guide from San Juan, speaks Kaqchikel',
      'Dye and coffee visits',
      'Candle for Maximón and his entrance',
    ],
    es: [
      'La lancha todo el día',
      'Guía de San Juan, habla kaqchikel',
      'Visitas al tinte y al café',
      'Candela y entrada con Maximón',
    ],
  },
  notIncluded: {
    en: ['Lunch, Q50 to Q80', 'Photographs of Maximón, who charges Q20 himself'],
    es: ['Almuerzo, de Q50 a Q80', 'Fotos con Maximón, que cobra sus Q20 aparte'],
  },
  goodToKnow: {
    en: [
      'Getting in and out means a step from a jetty that moves. Domingo’s arm is there each time.',
      'Villages are steep: about two hours on foot in all.',
      'From November to February cold winds can reverse the order of the day.',
      'At Santiago we keep cameras down inside the church and in Maximón’s room until we have asked.',
    ],
    es: [
      'Para subir y bajar se pisa un muelle que se mueve. El brazo de Domingo está siempre ahí.',
      'Los pueblos son empinados: unas dos horas a pie en total.',
      'De noviembre a febrero el norte puede voltear el orden del día.',
      'En Santiago no se toman fotos en la iglesia ni con Maximón hasta haber pedido permiso.',
    ],
  },
  policy: { kind: 'flexible' },
  options: [
    {
      code: 'three-villages',
      title: { en: 'Three villages', es: 'Tres pueblos' },
      durationMinutes: 360,
      cutoffMinutes: 60,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 42000, seatsPerUnit: 1, ageMin: 12 },
        {
          type: 'CHILD',
          title: { en: 'Child 4–11', es: 'De 4 a 11 años' },
          priceMinor: 26000,
          seatsPerUnit: 1,
          ageMin: 4,
          ageMax: 11,
          accompanied: true,
        },
        {
          type: 'INFANT',
          title: { en: 'Under 4, on your lap', es: 'Menor de 4, en brazos' },
          priceMinor: 0,
          seatsPerUnit: 0,
          ageMin: 0,
          ageMax: 3,
          max: 3,
          accompanied: true,
        },
      ],
      schedules: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], times: ['08:00'], capacity: 14, closed: ['12-25', '01-01'] }],
    },
    {
      code: 'market-friday',
      title: { en: 'Friday, with Santiago’s market first', es: 'Viernes, empezando por el mercado de Santiago' },
      durationMinutes: 390,
      cutoffMinutes: 600,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 45000, seatsPerUnit: 1, ageMin: 12 },
        {
          type: 'CHILD',
          title: { en: 'Child 4–11', es: 'De 4 a 11 años' },
          priceMinor: 28000,
          seatsPerUnit: 1,
          ageMin: 4,
          ageMax: 11,
          accompanied: true,
        },
      ],
      schedules: [{ weekdays: [5], times: ['07:00'], capacity: 10, closed: ['12-25', '01-01'] }],
    },
  ],
  reviews: [
    {
      author: 'Bettina',
      rating: 5,
      locale: 'en',
      text: 'Domingo looked at the water at 13:05, said “now”, and we were home dry. The boat behind us was not.',
      party: 2,
      monthsAgo: 1,
    },
    {
      author: 'Ligia Barrios',
      rating: 5,
      locale: 'es',
      text: 'Soy de la capital y nunca había preguntado dónde vive Maximón. Vive al fondo de un patio, con señoras viendo la tele.',
      party: 4,
      monthsAgo: 3,
    },
    {
      author: 'Arjun P.',
      rating: 4,
      locale: 'en',
      text: 'Three villages in six hours is one too many for me; I would have stayed with the dyes all morning. They gave me Rosalinda’s number so that I can.',
      party: 1,
      monthsAgo: 5,
    },
    {
      author: 'Claudia Sic',
      rating: 5,
      locale: 'es',
      text: 'Trataron a mi mamá, que usa bastón, como si fuera dueña de la lancha.',
      party: 3,
      monthsAgo: 7,
    },
    {
      author: 'Wes',
      rating: 4,
      locale: 'en',
      text: 'Good coffee, good people. Bring small notes for lunch.',
      party: 2,
      monthsAgo: 10,
    },
  ],
  pictures: [
    {
      kind: 'volcano-lake',
      time: 'dawn',
      palette: 'cenote',
      alt: {
        en: 'A lancha crosses a still lake below the volcanoes',
        es: 'Una lancha cruza el lago quieto al pie de los volcanes',
      },
    },
    {
      kind: 'volcano-lake',
      time: 'golden',
      palette: 'rosa',
      alt: {
        en: 'Volcanoes in rose light and their reflection in the water',
        es: 'Volcanes en luz rosada y su reflejo en el agua',
      },
    },
    {
      kind: 'weaving-skeins',
      time: 'day',
      palette: 'terracotta',
      alt: {
        en: 'Skeins of dyed cotton hung out over the dye pots',
        es: 'Madejas de algodón teñido colgadas sobre las ollas',
      },
    },
    {
      kind: 'market',
      time: 'dawn',
      palette: 'rosa',
      alt: {
        en: 'Market stalls opening under striped awnings',
        es: 'Puestos de mercado que abren bajo toldos de rayas',
      },
    },
  ],
} satisfies DemoExperience
