import type { DemoExperience } from '../types.ts'

export default {
  slug: 'three-kissaten-in-jimbocho',
  provider: 'kissaten-walks',
  place: 'tokyo',
  category: 'town',
  currency: 'JPY',
  latitude: 35.6959,
  longitude: 139.7576,
  languages: ['en', 'ja', 'es'],
  title: { en: 'Three kissaten and a street of books', es: 'Tres kissaten y una calle de libros' },
  summary: {
    en: 'Siphon, flannel and a 1950s percolator, with the bookshops of Jimbōchō in between. Nobody hurries you out.',
    es: 'Sifón, franela y una cafetera de los cincuenta, con las librerías de Jimbōchō de por medio. Nadie te apura.',
  },
  description: {
    en: 'A kissaten is a coffee house from before the word café: velvet chairs, a clock nobody winds, and a master who has made the same cup for forty years. Tokyo loses some every winter when the master’s knees give out. Jimbōchō, because students and second-hand booksellers drink a great deal of coffee, still has a dozen.\n\nBen came as an exchange student, failed his reading exams and learned the neighbourhood instead. He takes you to three houses in an afternoon. Between cups there are prints, sheet music, maps, film posters and a shop that sells only books about insects.\n\nThe second master lets one guest pour through the flannel. It takes four minutes and nobody speaks.',
    es: 'Un kissaten es un café de antes de que se dijera café: sillones de terciopelo, un reloj sin cuerda y un maestro que lleva cuarenta años haciendo la misma taza. Cada invierno Tokio pierde algunos, cuando al maestro ya no le dan las rodillas. En Jimbōchō, donde estudiantes y libreros de viejo toman muchísimo café, todavía queda una docena.\n\nBen llegó de intercambio, reprobó los exámenes de lectura y a cambio se aprendió el barrio. En una tarde te lleva a tres casas. Entre taza y taza hay grabados, partituras, mapas, carteles de cine y una tienda que solo vende libros de insectos.\n\nEl segundo maestro deja que una persona vierta el agua por la franela. Son cuatro minutos y nadie habla.',
  },
  itinerary: {
    en: [
      {
        at: '14:00',
        text: 'Meet at the crossing. First house: siphon coffee and cinnamon toast as thick as a dictionary.',
      },
      {
        at: '15:00',
        text: 'South side of Yasukuni-dōri, where the shelves face north so that the sun does not fade the spines.',
      },
      { at: '15:40', text: 'Second house: flannel drip, very slow. One of you pours.' },
      { at: '16:25', text: 'Prints and maps upstairs. You may open the drawers if you ask.' },
      { at: '17:00', text: 'Third house, below ground: cream soda the colour of a traffic light, or one more coffee.' },
    ],
    es: [
      {
        at: '14:00',
        text: 'Cita en el cruce. Primera casa: café de sifón y pan tostado con canela, grueso como diccionario.',
      },
      {
        at: '15:00',
        text: 'Acera sur de Yasukuni-dōri, donde los estantes miran al norte para que el sol no decolore los lomos.',
      },
      { at: '15:40', text: 'Segunda casa: franela, muy lento. Uno de ustedes sirve.' },
      { at: '16:25', text: 'Grabados y mapas en el piso de arriba. Los cajones se abren si se pide permiso.' },
      { at: '17:00', text: 'Tercera casa, en un sótano: cream soda color semáforo, o un café más.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Jimbōchō crossing, exit A7',
      address: 'Jimbōchō station, Kanda-Jimbōchō, Chiyoda-ku, Tokyo',
      hint: 'Come up exit A7 and wait by the window of the bookshop with the globe. Ben is tall and will be reading.',
    },
    es: {
      name: 'Cruce de Jimbōchō, salida A7',
      address: 'Estación Jimbōchō, Kanda-Jimbōchō, Chiyoda-ku, Tokio',
      hint: 'Sube por la salida A7 y espera junto al escaparate de la librería del globo terráqueo. Ben es alto y va a estar leyendo.',
    },
  },
  included: {
    en: ['One drink in each of three houses', 'Cinnamon toast', 'A hand-drawn map of the shops that are open that day'],
    es: [
      'Una bebida en cada una de las tres casas',
      'Pan tostado con canela',
      'Un mapa hecho a mano de las tiendas abiertas ese día',
    ],
  },
  notIncluded: {
    en: ['Books', 'Curry, for which the quarter is also known'],
    es: ['Los libros', 'El curry, por el que también se conoce el barrio'],
  },
  goodToKnow: {
    en: [
      'Quiet houses: phones on silent, voices low. Children who like books are welcome.',
      'The third house is down nine steps.',
      'Many bookshops close on Sundays, so there is no Sunday walk.',
    ],
    es: [
      'Son lugares silenciosos: teléfonos sin sonido y voz baja. Los niños que disfrutan los libros son bienvenidos.',
      'A la tercera casa se baja por nueve escalones.',
      'Muchas librerías cierran los domingos; por eso ese día no hay paseo.',
    ],
  },
  policy: { kind: 'flexible' },
  options: [
    {
      code: 'afternoon',
      title: { en: 'Afternoon walk', es: 'Paseo de la tarde' },
      durationMinutes: 210,
      cutoffMinutes: 180,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 7200, seatsPerUnit: 1, ageMin: 16 },
        {
          type: 'YOUTH',
          title: { en: 'Student, 10 to 15', es: 'Estudiante, de 10 a 15' },
          priceMinor: 4800,
          seatsPerUnit: 1,
          ageMin: 10,
          ageMax: 15,
          accompanied: true,
        },
      ],
      schedules: [
        { weekdays: [1, 3, 5], times: ['14:00'], capacity: 5, closed: ['12-31', '01-01', '01-02', '01-03'] },
        { weekdays: [6], times: ['10:30', '14:30'], capacity: 5, closed: ['01-02', '01-03'] },
      ],
    },
  ],
  reviews: [
    {
      author: 'Hannah Lindqvist',
      rating: 5,
      locale: 'en',
      party: 1,
      monthsAgo: 1,
      text: 'I poured. My hand shook, the master moved my elbow two centimetres to the left, and the coffee came out like dark honey. I have been trying at home with a sock.',
    },
    {
      author: 'Emilio Cárcamo',
      rating: 5,
      locale: 'es',
      party: 2,
      monthsAgo: 2,
      text: 'Encontré un mapa de Valparaíso de 1911 en el segundo piso de una tienda a la que jamás habría subido. Ben regateó por mí con muchísima vergüenza y mucho éxito.',
    },
    {
      author: 'Joan P.',
      rating: 4,
      locale: 'en',
      party: 2,
      monthsAgo: 6,
      text: 'Three strong coffees between two and half past five. Lovely afternoon, no sleep whatsoever. Take the cream soda.',
      reply: 'Noted, Joan, and we now say so before the second cup. — Ben',
    },
  ],
  pictures: [
    {
      kind: 'kissaten',
      time: 'dusk',
      palette: 'jade',
      alt: {
        en: 'Two glass siphons on a wooden counter, cups steaming, lamps above',
        es: 'Dos sifones de vidrio sobre una barra de madera, tazas humeantes y lámparas',
      },
    },
    {
      kind: 'tokyo-night',
      time: 'dusk',
      palette: 'terracotta',
      alt: {
        en: 'A shopping alley with signs and lanterns at nightfall',
        es: 'Un callejón de tiendas con letreros y linternas al caer la noche',
      },
    },
    {
      kind: 'tokyo-night',
      time: 'golden',
      palette: 'jade',
      alt: { en: 'A lane of small shops in afternoon light', es: 'Una calle de tiendas pequeñas con luz de tarde' },
    },
  ],
} satisfies DemoExperience
