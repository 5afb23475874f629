import type { DemoExperience } from '../types.ts'

export default {
  slug: 'zellige-with-a-maalem',
  provider: 'dar-zellige',
  place: 'marrakesh',
  category: 'workshop',
  currency: 'MAD',
  latitude: 31.631,
  longitude: -7.9897,
  languages: ['fr', 'en', 'ar', 'es'],
  title: { en: 'Cut a star with a maâlem', es: 'Corta una estrella con un maâlem' },
  summary: {
    en: 'Chip glazed tile into stars and crosses with a two-kilo hammer, lay them face down, cast your own panel.',
    es: 'Talla azulejo en estrellas y cruces con un martillo de dos kilos, acomódalas boca abajo y cuela tu panel.',
  },
  description: {
    en: 'Zellige is laid blind. The pieces go face down on the floor, you see only raw clay, and the pattern is in the head of the man who lays it. Maâlem Brahim has some sixty shapes in his, each with a name: the almond, the little bottle, the candle, the tooth.\n\nYou begin with the square tile and the sharp hammer the trade calls a menqach, on an anvil set in the ground. The glaze must break toward you. Everybody ruins the first six. By eleven most people have an eight-pointed star they are willing to show.\n\nThe tiles come from the kilns of Fez and from Brahim’s cousin in Salé. What you cast is thirty centimetres square, and we carry it in a crate to any riad within the walls.',
    es: 'El zellige se coloca a ciegas. Las piezas van boca abajo en el piso, solo se ve el barro crudo, y el dibujo está en la cabeza de quien lo pone. El maâlem Brahim guarda en la suya unas sesenta formas, cada una con nombre: la almendra, la botellita, la vela, el diente.\n\nSe empieza con el azulejo cuadrado y el martillo afilado que el oficio llama menqach, sobre un yunque clavado en el suelo. El esmalte debe romper hacia ti. Todos echan a perder los primeros seis. A las once, casi todos tienen una estrella de ocho puntas que se animan a enseñar.\n\nLos azulejos vienen de los hornos de Fez y de un primo de Brahim en Salé. Tu panel mide treinta centímetros por lado, y lo llevamos en una caja a cualquier riad dentro de la muralla.',
  },
  itinerary: {
    en: [
      {
        at: '09:30',
        text: 'From the blue door to the workshop, four minutes past the Mouassine fountain. Goggles, apron, a stool that is lower than it looks.',
      },
      { at: '09:45', text: 'Draw the star with a compass and a string, as on every wall you have photographed.' },
      { at: '10:20', text: 'The hammer. Six pieces for practice, then the ones that count.' },
      { at: '11:40', text: 'Mint tea and msemen with honey, on the roof with the storks’ nest.' },
      { at: '12:00', text: 'Lay face down, pour plaster, wait. Turn it over and see what you made.' },
    ],
    es: [
      {
        at: '09:30',
        text: 'De la puerta azul al taller, cuatro minutos, pasando la fuente de Mouassine. Lentes, mandil y un banco más bajo de lo que parece.',
      },
      {
        at: '09:45',
        text: 'Se traza la estrella con compás y cordel, como en todas las paredes que ya fotografiaste.',
      },
      { at: '10:20', text: 'El martillo. Seis piezas de práctica y luego las que cuentan.' },
      { at: '11:40', text: 'Té de menta y msemen con miel, en la azotea del nido de cigüeñas.' },
      { at: '12:00', text: 'Se coloca boca abajo, se vacía el yeso y se espera. Lo volteas y ves qué hiciste.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Dar Zellige, the blue door',
      address: 'Derb Chorfa el-Kbir 41, Mouassine, Marrakesh medina',
      hint: 'Stand with your back to the Mouassine fountain and take the covered lane on the right. If a boy says the street is closed, it is not.',
    },
    es: {
      name: 'Dar Zellige, la puerta azul',
      address: 'Derb Chorfa el-Kbir 41, Mouassine, medina de Marrakech',
      hint: 'De espaldas a la fuente de Mouassine, toma el callejón techado a la derecha. Si un muchacho dice que la calle está cerrada, no lo está.',
    },
  },
  included: {
    en: [
      'Tools, goggles and gloves',
      'Glazed tile in five colours',
      'Tea and msemen',
      'Your panel, crated, at your riad the next morning',
    ],
    es: [
      'Herramienta, lentes y guantes',
      'Azulejo en cinco colores',
      'Té y msemen',
      'Tu panel en una caja, en tu riad a la mañana siguiente',
    ],
  },
  notIncluded: {
    en: ['Airline fees: the panel weighs about five kilos'],
    es: ['El sobrepeso del avión: el panel pesa unos cinco kilos'],
  },
  goodToKnow: {
    en: [
      'Sharp flakes fly. Closed shoes, please, and no shorts.',
      'Left-handed hammers exist; say so when you book.',
      'The workshop rests on Fridays, like every workshop in the quarter.',
      'In Ramadan the morning is shorter and the tea waits until you leave.',
    ],
    es: [
      'Saltan esquirlas. Zapato cerrado, por favor, y nada de pantalón corto.',
      'Hay martillos para zurdos; avisa al reservar.',
      'El taller descansa los viernes, como todos los del barrio.',
      'En Ramadán la mañana es más corta y el té espera a que se vayan.',
    ],
  },
  policy: { kind: 'moderate' },
  options: [
    {
      code: 'morning',
      title: { en: 'Morning at the anvil', es: 'Mañana en el yunque' },
      durationMinutes: 210,
      cutoffMinutes: 600,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 62000, seatsPerUnit: 1, ageMin: 15 },
        {
          type: 'CHILD',
          title: { en: 'Child, 9 to 14, lays but does not cut', es: 'Niño, de 9 a 14: coloca, no corta' },
          priceMinor: 38000,
          seatsPerUnit: 1,
          ageMin: 9,
          ageMax: 14,
          accompanied: true,
        },
      ],
      schedules: [{ weekdays: [1, 2, 3, 4, 6], times: ['09:30'], capacity: 6, closed: ['01-11', '07-30'] }],
    },
    {
      code: 'short',
      title: { en: 'Lay and cast, no hammer', es: 'Colocar y colar, sin martillo' },
      durationMinutes: 100,
      cutoffMinutes: 240,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 34000, seatsPerUnit: 1, ageMin: 15 },
        {
          type: 'CHILD',
          title: { en: 'Child, 6 to 14', es: 'Niño, de 6 a 14' },
          priceMinor: 22000,
          seatsPerUnit: 1,
          ageMin: 6,
          ageMax: 14,
          accompanied: true,
        },
        {
          type: 'GROUP',
          title: { en: 'Family bench, up to 4', es: 'Banco familiar, hasta 4' },
          priceMinor: 98000,
          seatsPerUnit: 4,
          max: 2,
        },
      ],
      schedules: [{ season: { from: '09-16', to: '05-31' }, weekdays: [2, 4, 6], times: ['15:00'], capacity: 8 }],
    },
  ],
  reviews: [
    {
      author: 'Anneke de Groot',
      rating: 5,
      locale: 'en',
      party: 2,
      monthsAgo: 1,
      text: 'I am a dentist. I have never concentrated so hard on a tooth. Brahim looked at my seventh piece, said “hm”, and kept it in his pocket; Yassine tells me that is a medal.',
    },
    {
      author: 'Paloma Iturbide',
      rating: 5,
      locale: 'es',
      party: 4,
      monthsAgo: 4,
      text: 'Lo de colocar a ciegas no se entiende hasta que volteas el panel. A mi hijo le quedó una cruz al revés y el maestro dijo que así firmaba.',
    },
    {
      author: 'Chidi Obi',
      rating: 4,
      locale: 'en',
      party: 1,
      monthsAgo: 5,
      text: 'Superb teaching. My back was less enthusiastic about two hours on a twenty-centimetre stool. Ask for the cushion.',
    },
    {
      author: 'Ottavia Serra',
      rating: 5,
      locale: 'en',
      party: 2,
      monthsAgo: 10,
      text: 'The crate was waiting at our riad at eight with our names on it in chalk. It survived two flights and my brother-in-law’s car.',
    },
  ],
  pictures: [
    {
      kind: 'riad-door',
      time: 'day',
      palette: 'terracotta',
      alt: {
        en: 'A studded door in a tiled frame between two potted orange trees',
        es: 'Una puerta con clavos y marco de azulejo entre dos naranjos en maceta',
      },
    },
    {
      kind: 'hammam-room',
      time: 'golden',
      palette: 'cenote',
      alt: {
        en: 'Light falling through star-shaped holes in a dome onto tiled walls',
        es: 'Luz que cae por huecos en forma de estrella sobre muros de azulejo',
      },
    },
    {
      kind: 'riad-court',
      time: 'day',
      palette: 'cenote',
      alt: {
        en: 'A tiled courtyard with arches and a star-shaped fountain',
        es: 'Un patio de azulejo con arcos y una fuente en forma de estrella',
      },
    },
    {
      kind: 'mint-tea',
      time: 'day',
      palette: 'jade',
      alt: {
        en: 'Mint tea poured from high into small glasses on a brass tray',
        es: 'Té de menta servido desde lo alto en vasitos sobre una charola de latón',
      },
    },
  ],
} satisfies DemoExperience
