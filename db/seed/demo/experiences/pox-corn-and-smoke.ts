import type { DemoExperience } from '../types.ts'

export default {
  slug: 'pox-corn-and-smoke',
  provider: 'tierra-fria',
  place: 'san-cristobal',
  category: 'night',
  currency: 'MXN',
  latitude: 16.7389,
  longitude: -92.6352,
  languages: ['es', 'en', 'tzo'],
  title: { en: 'Pox, corn and smoke', es: 'Pox, maíz y humo' },
  summary: {
    en: 'Four small glasses of the highland spirit, from the still to the altar, in a room with eight stools.',
    es: 'Cuatro copitas del aguardiente de los Altos, del alambique al altar, en un cuarto con ocho bancos.',
  },
  description: {
    en: `It is written pox and said “posh”, and in Tsotsil it means medicine. Nobody here will tell you it is one.

Andrés Gómez pours four: the clear one off the copper that morning, a blue-corn one, one that has slept two years in oak, and one with rue which is for the throat and the truth. Between glasses there is toasted corn, tomatillo salt and a talk about how a spirit made by women in clay pots came to be banned, smuggled, taxed and put into cocktails.

On the last pour the lamp goes out. He lights a candle and copal, and shows how a glass is offered: three drops to the ground first. You are not asked to believe anything.`,
    es: `Se escribe pox, se dice «posh» y en tsotsil quiere decir medicina. Aquí nadie te va a decir que lo sea.

Andrés Gómez sirve cuatro: el blanco que salió del cobre en la mañana, uno de maíz azul, uno que durmió dos años en barrica y uno con ruda, que es para la garganta y para la verdad. Entre copa y copa hay maíz tostado, sal de tomatillo y la historia de cómo un aguardiente que hacían las mujeres en ollas de barro acabó prohibido, contrabandeado, gravado y en coctelería.

En la última se apaga la luz. Prende una vela y copal, y enseña cómo se ofrece: primero tres gotas a la tierra. No se te pide creer en nada.`,
  },
  itinerary: {
    en: [
      { at: '19:30', text: 'Eight stools, one copper still. A broth first, always.' },
      { at: '19:50', text: 'The clear one and the blue one, with corn in three stages.' },
      { at: '20:30', text: 'How it is made, standing around the still while it drips.' },
      { at: '21:00', text: 'Oak, then rue, then the candle.' },
      { at: '21:30', text: 'Out into the cold, with a map of taquerías open till two.' },
    ],
    es: [
      { at: '19:30', text: 'Ocho bancos, un alambique. Primero un caldito, siempre.' },
      { at: '19:50', text: 'El blanco y el azul, con maíz en tres puntos.' },
      { at: '20:30', text: 'Cómo se hace, de pie junto al alambique mientras gotea.' },
      { at: '21:00', text: 'Barrica, ruda y vela.' },
      { at: '21:30', text: 'Al frío, con un mapa de taquerías abiertas hasta las dos.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'La Trastienda',
      address: 'Calle Real de Guadalupe 61, back courtyard, San Cristóbal de las Casas',
      hint: 'Through the stationery shop. Yes, really; say good evening to the owner.',
    },
    es: {
      name: 'La Trastienda',
      address: 'Calle Real de Guadalupe 61, patio del fondo, San Cristóbal de las Casas',
      hint: 'Por adentro de la papelería. Sí, en serio; dale las buenas noches a la dueña.',
    },
  },
  included: {
    en: ['Four tastings of 25 ml', 'Broth and corn plates', 'Water, as much as you should'],
    es: ['Cuatro copas de 25 ml', 'Caldo y platos de maíz', 'Agua, la que debas'],
  },
  notIncluded: {
    en: ['Bottles (from MX$320, wrapped for flights)'],
    es: ['Botellas (desde $320, envueltas para avión)'],
  },
  goodToKnow: {
    en: [
      'From 18, with identification. No exceptions, and no babies: there is smoke.',
      'An evening without alcohol works: Andrés makes four drinks of corn and cacao. Tell us.',
      'You are at 2,200 metres. It counts double.',
      'Two steps and a narrow door.',
    ],
    es: [
      'Desde 18 años, con identificación. Sin excepciones y sin bebés: hay humo.',
      'También se puede sin alcohol: Andrés prepara cuatro bebidas de maíz y cacao. Avísanos.',
      'Estás a 2,200 metros. Cuenta doble.',
      'Dos escalones y una puerta angosta.',
    ],
  },
  policy: {
    kind: 'custom',
    steps: [
      { hoursBefore: 12, percent: 100 },
      { hoursBefore: 3, percent: 50 },
    ],
  },
  options: [
    {
      code: 'four-glasses',
      title: { en: 'Four glasses', es: 'Cuatro copas' },
      durationMinutes: 120,
      cutoffMinutes: 45,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 48000, seatsPerUnit: 1, ageMin: 18, max: 8 },
        {
          type: 'GROUP',
          title: { en: 'All eight stools', es: 'Los ocho bancos' },
          priceMinor: 352000,
          seatsPerUnit: 8,
          max: 1,
        },
      ],
      schedules: [
        { weekdays: [4, 7], times: ['19:30'], capacity: 8, closed: ['11-01', '11-02', '12-24'] },
        { weekdays: [5, 6], times: ['18:30', '21:00'], capacity: 8, closed: ['11-01', '11-02', '12-24'] },
      ],
    },
  ],
  reviews: [
    {
      author: 'Gloria Zepeda',
      rating: 5,
      locale: 'es',
      text: 'Entré por una papelería y salí hablando con mi ex de todo lo que nunca hablamos. Fue la ruda.',
      party: 2,
      monthsAgo: 1,
    },
    {
      author: 'Finn O’D.',
      rating: 4,
      locale: 'en',
      text: 'Careful, funny, unsentimental. Stools are stools.',
      party: 2,
      monthsAgo: 3,
    },
    {
      author: 'Amina',
      rating: 5,
      locale: 'en',
      text: 'I don’t drink. Nobody made anything of it, and the cacao with achiote was the best thing on the table, according to the drinkers.',
      party: 3,
      monthsAgo: 6,
    },
  ],
  pictures: [
    {
      kind: 'colonial-street',
      time: 'night',
      palette: 'terracotta',
      alt: {
        en: 'A street of low houses at night, windows lit',
        es: 'Una calle de casas bajas de noche, con las ventanas encendidas',
      },
    },
    {
      kind: 'market',
      time: 'dusk',
      palette: 'rosa',
      alt: {
        en: 'Stalls under strings of cut paper as the lamps come on',
        es: 'Puestos bajo el papel picado cuando se prenden los focos',
      },
    },
    {
      kind: 'colonial-street',
      time: 'dusk',
      palette: 'cenote',
      alt: {
        en: 'Two people walk home between painted walls at dusk',
        es: 'Dos personas caminan entre muros pintados al anochecer',
      },
    },
  ],
} satisfies DemoExperience
