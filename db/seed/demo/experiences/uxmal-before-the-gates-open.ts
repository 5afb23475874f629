import type { DemoExperience } from '../types.ts'

export default {
  slug: 'uxmal-before-the-gates-open',
  provider: 'camino-blanco',
  place: 'uxmal',
  category: 'ruins',
  currency: 'MXN',
  latitude: 20.3594,
  longitude: -89.7714,
  languages: ['es', 'en', 'de'],
  title: { en: 'Uxmal before the gates open', es: 'Uxmal antes de abrir las rejas' },
  summary: {
    en: 'Ninety minutes in Uxmal with an archaeologist, under a written permit, before the eight o’clock opening.',
    es: 'Noventa minutos en Uxmal con una arqueóloga y permiso por escrito, antes de que abran a las ocho.',
  },
  description: {
    en: `At half past six the only sound in the Nunnery Quadrangle is swifts. The stone is grey; by seven it is the colour of bread. Lorena Sosa dug here for six seasons and has keys of a kind: a permit from the institute that keeps the site, for twelve people, on the days it agrees to.

She does not tell you everything. She stands you in front of one frieze and asks what repeats. After ten minutes you read Chaac’s nose like a letter, and then you see it on every wall, two hundred and some times. In the Governor’s Palace you stand on the one spot from which Venus rises over a pyramid five kilometres away. The House of the Turtles comes last, because it is hers.

When the gates open and the first buses come, you are at breakfast in Santa Elena.`,
    es: `A las seis y media, en el Cuadrángulo de las Monjas solo se oyen vencejos. La piedra es gris; a las siete ya tiene color de pan. Lorena Sosa excavó aquí seis temporadas y tiene una especie de llave: un permiso del instituto que cuida la zona, para doce personas, en los días que se autorizan.

No te lo cuenta todo. Te para frente a un friso y pregunta qué se repite. A los diez minutos lees la nariz de Chaac como una letra, y de ahí en adelante la ves en cada muro, doscientas y tantas veces. En el Palacio del Gobernador te pones en el único punto desde donde Venus sale sobre una pirámide a cinco kilómetros. La Casa de las Tortugas queda al final, porque es su consentida.

Cuando abren las rejas y llegan los primeros camiones, tú ya estás desayunando en Santa Elena.`,
  },
  itinerary: {
    en: [
      { at: '04:50', text: 'Pick-ups in the centre of Mérida begin. Coffee is in the van, and blankets.' },
      { at: '05:15', text: 'The van leaves Parque de Santa Lucía.' },
      {
        at: '06:30',
        text: 'Through the staff gate at Uxmal. The Magician’s Pyramid by torchlight, then the Nunnery at sunrise.',
      },
      { at: '07:20', text: 'Up to the Governor’s Palace and the Great Pyramid’s steps.' },
      { at: '08:00', text: 'The gates open behind us. The House of the Turtles, and questions.' },
      { at: '08:45', text: 'Breakfast in Santa Elena: eggs with longaniza, or chaya with squash seed.' },
      { at: '10:45', text: 'Back in Mérida.' },
    ],
    es: [
      {
        at: '04:50',
        text: 'Empezamos a pasar por ustedes en el centro de Mérida. En la camioneta hay café y cobijas.',
      },
      { at: '05:15', text: 'Sale la camioneta del parque de Santa Lucía.' },
      {
        at: '06:30',
        text: 'Entramos por la reja del personal. La Pirámide del Adivino con linterna y las Monjas al salir el sol.',
      },
      { at: '07:20', text: 'Subimos al Palacio del Gobernador y a las gradas de la Gran Pirámide.' },
      { at: '08:00', text: 'Se abren las rejas a nuestra espalda. Casa de las Tortugas y preguntas.' },
      { at: '08:45', text: 'Desayuno en Santa Elena: huevos con longaniza, o chaya con pepita.' },
      { at: '10:45', text: 'De vuelta en Mérida.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Parque de Santa Lucía',
      address: 'Calle 60 and 55, Centro, Mérida',
      hint: 'By the giant pair of white chairs. If your hotel is inside the circuit of Calles 43 to 67, we ring at your door from 04:50.',
    },
    es: {
      name: 'Parque de Santa Lucía',
      address: 'Calle 60 con 55, Centro, Mérida',
      hint: 'Junto a las sillas confidentes gigantes. Si tu hotel está entre las calles 43 y 67, tocamos a tu puerta desde las 04:50.',
    },
  },
  included: {
    en: [
      'Entrance and the early permit',
      'Lorena or Damián, both archaeologists, for the whole morning',
      'Van from Mérida, if chosen',
      'Coffee at five, breakfast at nine',
    ],
    es: [
      'Entrada y permiso de madrugada',
      'Lorena o Damián, los dos arqueólogos, toda la mañana',
      'Camioneta desde Mérida, si la eliges',
      'Café a las cinco y desayuno a las nueve',
    ],
  },
  notIncluded: {
    en: ['The site’s fee for video cameras (phones are free)', 'Tips'],
    es: ['Cobro de la zona por cámara de video (el celular no paga)', 'Propinas'],
  },
  goodToKnow: {
    en: [
      'The Magician’s Pyramid may not be climbed by anyone. Steep steps elsewhere, without rails.',
      'If the institute withdraws the permit we tell you by the evening before, and you choose: money back, or the same visit from 08:00 at MX$600 less.',
      'Bring a torch and a layer for the van. By nine you will want a hat.',
      'Paths are gravel and grass. With a wheelchair the Nunnery’s forecourt can be reached; tell us, and we change the order.',
      'From 10 years. It is early, it is quiet, and it is mostly looking.',
    ],
    es: [
      'A la Pirámide del Adivino no sube nadie. En lo demás hay escalones altos y sin barandal.',
      'Si el instituto retira el permiso te avisamos la noche anterior y tú decides: devolución, o la misma visita desde las 08:00 con $600 menos.',
      'Trae linterna y algo para taparte en la camioneta. A las nueve vas a querer sombrero.',
      'Caminos de grava y pasto. En silla de ruedas se llega al atrio de las Monjas; avísanos y cambiamos el orden.',
      'Desde 10 años. Es temprano, es en silencio y es sobre todo mirar.',
    ],
  },
  policy: {
    kind: 'custom',
    steps: [
      { hoursBefore: 72, percent: 100 },
      { hoursBefore: 24, percent: 50 },
    ],
  },
  options: [
    {
      code: 'van-from-merida',
      title: { en: 'With the van from Mérida', es: 'Con camioneta desde Mérida' },
      durationMinutes: 330,
      cutoffMinutes: 960,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 189000, seatsPerUnit: 1, ageMin: 18 },
        {
          type: 'YOUTH',
          title: { en: 'Ages 10–17', es: 'De 10 a 17 años' },
          priceMinor: 142000,
          seatsPerUnit: 1,
          ageMin: 10,
          ageMax: 17,
          accompanied: true,
        },
      ],
      schedules: [{ weekdays: [2, 4, 6, 7], times: ['05:15'], capacity: 9, closed: ['12-25', '01-01', '09-16'] }],
    },
    {
      code: 'meet-at-uxmal',
      title: { en: 'Meet at Uxmal', es: 'Nos vemos en Uxmal' },
      durationMinutes: 180,
      cutoffMinutes: 960,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 148000, seatsPerUnit: 1, ageMin: 18 },
        {
          type: 'YOUTH',
          title: { en: 'Ages 10–17', es: 'De 10 a 17 años' },
          priceMinor: 110000,
          seatsPerUnit: 1,
          ageMin: 10,
          ageMax: 17,
          accompanied: true,
        },
      ],
      schedules: [{ weekdays: [2, 4, 6, 7], times: ['06:30'], capacity: 4, closed: ['12-25', '01-01', '09-16'] }],
    },
  ],
  reviews: [
    {
      author: 'Annika Vogel',
      rating: 5,
      locale: 'en',
      text: 'She asked “what repeats?” and then said nothing for four minutes. I have thought about that more than about the buildings.',
      party: 2,
      monthsAgo: 1,
    },
    {
      author: 'Rodrigo Lara',
      rating: 5,
      locale: 'es',
      text: 'Había ido tres veces a Uxmal. Resulta que no lo había visto.',
      party: 2,
      monthsAgo: 2,
    },
    {
      author: 'Tobias H.',
      rating: 3,
      locale: 'en',
      text: 'Permit fell through the night before and we took the 08:00 visit. Damián was excellent, and the price came down as promised, but it is not what we woke the children for.',
      party: 4,
      monthsAgo: 6,
      reply: 'I was sorry too, Tobias. We now post the list of confirmed permit days two weeks ahead. Lorena.',
    },
    {
      author: 'Maru Espadas',
      rating: 5,
      locale: 'es',
      text: 'Llegar con linterna y que amanezca sin nadie no tiene comparación. El desayuno en Santa Elena, tampoco.',
      party: 3,
      monthsAgo: 7,
    },
  ],
  pictures: [
    {
      kind: 'temple-round',
      time: 'dawn',
      palette: 'rosa',
      alt: {
        en: 'A steep pyramid above the trees in the first pink light',
        es: 'Una pirámide empinada sobre los árboles con la primera luz rosa',
      },
    },
    {
      kind: 'temple-round',
      time: 'night',
      palette: 'cenote',
      alt: {
        en: 'The same pyramid under the moon, before sunrise',
        es: 'La misma pirámide bajo la luna, antes de amanecer',
      },
    },
    {
      kind: 'temple-broad',
      time: 'golden',
      palette: 'maize',
      alt: {
        en: 'A broad temple with the sun on its stair, forest to the horizon',
        es: 'Un templo ancho con sol en la escalinata y selva hasta el horizonte',
      },
    },
    {
      kind: 'kitchen',
      time: 'dawn',
      palette: 'jade',
      alt: {
        en: 'Pots and a laid table under a small window in the morning',
        es: 'Ollas y una mesa puesta bajo una ventana chica por la mañana',
      },
    },
  ],
} satisfies DemoExperience
