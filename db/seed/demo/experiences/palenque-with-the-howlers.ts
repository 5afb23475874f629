import type { DemoExperience } from '../types.ts'

export default {
  slug: 'palenque-with-the-howlers',
  provider: 'tierra-fria',
  place: 'palenque',
  category: 'ruins',
  currency: 'MXN',
  latitude: 17.484,
  longitude: -92.0463,
  languages: ['es', 'en'],
  title: { en: 'Palenque with the howlers', es: 'Palenque con los saraguatos' },
  summary: {
    en: 'In at opening with Efraín, who tells King Pakal’s life in the order it happened, then down past the waterfalls.',
    es: 'Entramos al abrir con Efraín, que cuenta la vida de Pakal en el orden en que pasó, y bajamos por las cascadas.',
  },
  description: {
    en: `He became king at twelve because his mother decided so. He ruled for sixty-eight years, limped, had a mirror of pyrite and a court that could not stop carving his ancestors.

Most tours start at his tomb. Efraín Cruz starts at the palace kitchen drains and works upwards, so that by the time you stand before the Temple of the Inscriptions you know whose it is. There are howler monkeys in the cedars all morning; they answer trucks. There is a fig tree that is taking a building apart, stone by stone, over a century, and nobody can decide whether to stop it.

The way out goes down through the forest along the Otolum: small temples with no signs, pools with no swimming, a bridge that moves. It ends at the museum, which is cool and has the jade.`,
    es: `Fue rey a los doce años porque su mamá lo decidió. Gobernó sesenta y ocho, cojeaba, tenía un espejo de pirita y una corte que no podía dejar de labrar antepasados.

Casi todos los recorridos empiezan por su tumba. Efraín Cruz empieza por los drenajes del palacio y va subiendo, de manera que cuando llegas al Templo de las Inscripciones ya sabes de quién es. En los cedros hay saraguatos toda la mañana; les contestan a los camiones. Y hay un amate que lleva un siglo desarmando un edificio, piedra por piedra, sin que nadie decida si pararlo.

La salida es por la selva, siguiendo el Otolum: templitos sin letrero, pozas donde no se nada, un puente que se mueve. Termina en el museo, que está fresco y tiene el jade.`,
  },
  itinerary: {
    en: [
      { at: '08:00', text: 'At the upper gate as it opens. Repellent on, hats off for the first view.' },
      { at: '08:20', text: 'The palace from below: drains, tower, the courtyard of captives.' },
      { at: '09:20', text: 'Temple of the Inscriptions, the Red Queen, and why she is red.' },
      { at: '10:10', text: 'The Group of the Cross, sixty-odd steps, a bench with a view to Tabasco.' },
      { at: '11:00', text: 'Down the Otolum trail, forty minutes with stops.' },
      { at: '11:45', text: 'Site museum. The visit ends at the café across the road.' },
    ],
    es: [
      {
        at: '08:00',
        text: 'En la entrada de arriba cuando abre. Repelente puesto y sombrero fuera para la primera vista.',
      },
      { at: '08:20', text: 'El palacio desde abajo: drenajes, torre, patio de los cautivos.' },
      { at: '09:20', text: 'Templo de las Inscripciones, la Reina Roja y por qué es roja.' },
      { at: '10:10', text: 'Grupo de las Cruces, sesenta y tantos escalones y una banca con vista a Tabasco.' },
      { at: '11:00', text: 'Bajada por la vereda del Otolum, cuarenta minutos con paradas.' },
      { at: '11:45', text: 'Museo de sitio. Se termina en el café de enfrente.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Upper entrance of the archaeological zone',
      address: 'Carretera Palenque–Zona Arqueológica km 7.2, Palenque, Chiapas',
      hint: 'Beside the stall of doña Nati, who keeps bags. Efraín carries a blue umbrella, rain or shine.',
    },
    es: {
      name: 'Entrada superior de la zona arqueológica',
      address: 'Carretera Palenque–Zona Arqueológica km 7.2, Palenque, Chiapas',
      hint: 'Junto al puesto de doña Nati, que guarda mochilas. Efraín trae paraguas azul, llueva o no.',
    },
  },
  included: {
    en: [
      'Park and site entrances',
      'Federally licensed guide for the whole morning',
      'Museum',
      'Water refill at the gate',
    ],
    es: [
      'Entradas al parque y a la zona',
      'Guía con licencia federal toda la mañana',
      'Museo',
      'Recarga de agua en la entrada',
    ],
  },
  notIncluded: {
    en: ['Colectivo from town (MX$30, every ten minutes)', 'The descent to Pakal’s tomb, which is closed to visitors'],
    es: [
      'Colectivo desde el pueblo ($30, cada diez minutos)',
      'La bajada a la tumba de Pakal, que está cerrada al público',
    ],
  },
  goodToKnow: {
    en: [
      'Steep, sometimes wet stone. Shoes with a sole.',
      'It rains most afternoons from June to November and rarely before noon.',
      'The museum is on Tuesdays to Sundays; on Mondays we spend the time by the river instead.',
      'The plaza and the museum are level, the temples are not. We run a no-stairs version on request, same price.',
    ],
    es: [
      'Piedra empinada y a veces mojada. Zapato con suela.',
      'De junio a noviembre llueve casi todas las tardes y casi nunca antes de mediodía.',
      'El museo abre de martes a domingo; los lunes ese rato lo pasamos junto al río.',
      'La plaza y el museo son planos, los templos no. Hay versión sin escaleras, al mismo precio, si la pides.',
    ],
  },
  policy: { kind: 'flexible' },
  options: [
    {
      code: 'morning',
      title: { en: 'Morning walk', es: 'Recorrido de mañana' },
      durationMinutes: 270,
      cutoffMinutes: 60,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 64000, seatsPerUnit: 1, ageMin: 13 },
        {
          type: 'CHILD',
          title: { en: 'Child 6–12', es: 'De 6 a 12 años' },
          priceMinor: 32000,
          seatsPerUnit: 1,
          ageMin: 6,
          ageMax: 12,
          accompanied: true,
        },
        {
          type: 'INFANT',
          title: { en: 'Under 6', es: 'Menor de 6' },
          priceMinor: 0,
          seatsPerUnit: 0,
          ageMin: 0,
          ageMax: 5,
          accompanied: true,
        },
      ],
      schedules: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], times: ['08:00'], capacity: 14, closed: ['12-25', '01-01'] }],
    },
    {
      code: 'family',
      title: { en: 'For families, shorter', es: 'Para familias, más corto' },
      durationMinutes: 150,
      cutoffMinutes: 60,
      units: [
        {
          type: 'GROUP',
          title: { en: 'Family of up to 4, two of them adults', es: 'Familia hasta de 4, dos adultos' },
          priceMinor: 130000,
          seatsPerUnit: 4,
        },
        {
          type: 'CHILD',
          title: { en: 'One more child', es: 'Un niño más' },
          priceMinor: 20000,
          seatsPerUnit: 1,
          ageMin: 4,
          ageMax: 12,
          accompanied: true,
        },
      ],
      schedules: [{ weekdays: [6, 7], times: ['09:30'], capacity: 14, closed: ['12-25', '01-01'] }],
    },
  ],
  reviews: [
    {
      author: 'Diego Ruiz',
      rating: 5,
      locale: 'es',
      text: 'Empezar por el drenaje es de maestro. A Efraín le preguntas cualquier cosa y primero te pregunta qué crees tú.',
      party: 2,
      monthsAgo: 1,
    },
    {
      author: 'Philippa N.',
      rating: 5,
      locale: 'en',
      text: 'The howlers began at 8:06. I thought it was the road works.',
      party: 2,
      monthsAgo: 3,
    },
    {
      author: 'Okello',
      rating: 4,
      locale: 'en',
      text: 'Fourteen is slightly too many on the small stairs. Otherwise faultless, and the umbrella is a very good idea to follow.',
      party: 1,
      monthsAgo: 5,
      reply: 'We now send a second guide above ten people. Regards from the umbrella.',
    },
    {
      author: 'Maestra Chabelita',
      rating: 5,
      locale: 'es',
      text: 'Llevé a once alumnos de secundaria. Ninguno sacó el teléfono en la primera hora, y eso ya es noticia.',
      party: 12,
      monthsAgo: 8,
    },
    {
      author: 'Julien',
      rating: 2,
      locale: 'en',
      text: 'We were eight minutes late because of the colectivo and had to run after the group. A phone call would have been kind.',
      party: 2,
      monthsAgo: 9,
      reply: 'We are sorry, Julien. Doña Nati now has our number and walks latecomers in.',
    },
  ],
  pictures: [
    {
      kind: 'temple-broad',
      time: 'day',
      palette: 'maize',
      alt: {
        en: 'A broad pale temple on its stepped base, trees behind',
        es: 'Un templo claro y ancho sobre su basamento, con árboles atrás',
      },
    },
    {
      kind: 'cascades',
      time: 'day',
      palette: 'jade',
      alt: { en: 'Water falls from pool to pool through the forest', es: 'El agua cae de poza en poza entre la selva' },
    },
    {
      kind: 'temple-tall',
      time: 'dawn',
      palette: 'cenote',
      alt: {
        en: 'A temple’s roof comb above the morning mist',
        es: 'La crestería de un templo sobre la niebla de la mañana',
      },
    },
  ],
} satisfies DemoExperience
