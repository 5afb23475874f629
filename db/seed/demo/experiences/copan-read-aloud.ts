import type { DemoExperience } from '../types.ts'

export default {
  slug: 'copan-read-aloud',
  provider: 'casa-guacamaya',
  place: 'copan-ruinas',
  category: 'ruins',
  currency: 'HNL',
  latitude: 14.8377,
  longitude: -89.1421,
  languages: ['es', 'en'],
  title: { en: 'Copán, read aloud', es: 'Copán, leído en voz alta' },
  summary: {
    en: 'Two thousand glyphs climb one stairway. An epigrapher reads you the eleven that change the story.',
    es: 'Dos mil glifos suben por una escalinata. Un epigrafista le lee los once que cambian la historia.',
  },
  description: {
    en: `It begins with a macaw shouting. They were brought back in 2011, a dozen at a time, and now cross the ball court at eight in pairs, as if for a photograph.

Dr. Óscar Membreño came for one season in 1996. He hands each guest a card with eleven signs: a bat’s head that means Copán, a hand that means to scatter, an axe that means what you think. Then he goes from stela to stela and lets you find them. By the time you reach the Hieroglyphic Stairway you can follow the sentence in which the thirteenth king loses his head at Quiriguá, and see where the sculptors of a later king put up the longest text in the Americas to explain it away.

He reads it in Classic Ch’olan first. You should hear it once in its own sounds.`,
    es: `Empieza con el grito de una guara. Las trajeron de vuelta en 2011, por docenas, y ahora cruzan el juego de pelota a las ocho, de dos en dos, como para la foto.

El doctor Óscar Membreño vino por una temporada en 1996. A cada quien le da una tarjeta con once signos: una cabeza de murciélago que es Copán, una mano que esparce, un hacha que significa lo que usted cree. Luego va de estela en estela y deja que los encuentren. Al llegar a la Escalinata de los Jeroglíficos usted ya sigue la frase en que el rey trece pierde la cabeza en Quiriguá, y ve dónde los escultores de un rey posterior pusieron el texto más largo de América para darle la vuelta al asunto.

Primero lo lee en cholano clásico. Vale la pena oírlo una vez con sus propios sonidos.`,
  },
  itinerary: {
    en: [
      { at: '08:00', text: 'Macaws at the gate. Cards handed out.' },
      { at: '08:20', text: 'The Great Plaza, stela by stela: A, B, C, and the one with feet.' },
      { at: '09:30', text: 'Ball court, then the Stairway. We sit on the grass opposite for half an hour.' },
      { at: '10:20', text: 'Altar Q: sixteen kings, each on his name. You can read four of them by now.' },
      {
        at: '11:00',
        text: 'Sculpture museum, in through the serpent’s mouth to Rosalila, red as the day it was buried.',
      },
      { at: '12:00', text: 'Ends in the museum garden.' },
    ],
    es: [
      { at: '08:00', text: 'Guaras en la entrada. Se reparten las tarjetas.' },
      { at: '08:20', text: 'Gran Plaza, estela por estela: la A, la B, la C y la que tiene pies.' },
      { at: '09:30', text: 'Juego de pelota y Escalinata. Nos sentamos enfrente, en la grama, media hora.' },
      { at: '10:20', text: 'Altar Q: dieciséis reyes, cada uno sentado en su nombre. Ya puede leer cuatro.' },
      {
        at: '11:00',
        text: 'Museo de Escultura: se entra por la boca de la serpiente y adentro está Rosalila, roja como el día en que la enterraron.',
      },
      { at: '12:00', text: 'Termina en el jardín del museo.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Copán archaeological park, macaw gate',
      address: 'CA-11, 1 km east of Copán Ruinas',
      hint: 'A flat fifteen-minute walk from town on the footpath with the stelae. Óscar is on the second bench.',
    },
    es: {
      name: 'Parque arqueológico de Copán, portón de las guaras',
      address: 'CA-11, 1 km al este de Copán Ruinas',
      hint: 'Quince minutos a pie y en plano desde el pueblo, por el sendero de las estelas. Óscar está en la segunda banca.',
    },
  },
  included: {
    en: [
      'Epigrapher for four hours',
      'Your card of signs',
      'Entrances to park and sculpture museum',
      'A mototaxi back to town at noon',
    ],
    es: [
      'Epigrafista por cuatro horas',
      'Su tarjeta de signos',
      'Entradas al parque y al Museo de Escultura',
      'Mototaxi al pueblo al mediodía',
    ],
  },
  notIncluded: {
    en: ['The tunnels (L 375, and smaller than people hope)'],
    es: ['Los túneles (L 375, y más cortos de lo que la gente espera)'],
  },
  goodToKnow: {
    en: [
      'Grass and low steps; the acropolis can be left out. Óscar carries a folding stool for anyone.',
      'Sketchbooks welcome.',
      'No Mondays: Óscar teaches.',
      'Rain gear from June to November; macaws do not come out in the wet.',
    ],
    es: [
      'Grama y gradas bajas; la acrópolis se puede omitir. Óscar lleva un banquito plegable para quien lo ocupe.',
      'Traiga cuaderno de dibujo, si gusta.',
      'Los lunes no salimos: Óscar da clases.',
      'Capa de junio a noviembre; mojadas, las guaras no salen.',
    ],
  },
  policy: { kind: 'moderate' },
  options: [
    {
      code: 'with-the-epigrapher',
      title: { en: 'With the epigrapher', es: 'Con el epigrafista' },
      durationMinutes: 240,
      cutoffMinutes: 720,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 145000, seatsPerUnit: 1, ageMin: 18 },
        {
          type: 'YOUTH',
          title: { en: 'Student or 10–17', es: 'Estudiante o de 10 a 17' },
          priceMinor: 90000,
          seatsPerUnit: 1,
          ageMin: 10,
          ageMax: 25,
        },
      ],
      schedules: [{ weekdays: [2, 3, 5, 6], times: ['08:00'], capacity: 8, closed: ['12-25', '01-01', '09-15'] }],
    },
    {
      code: 'evening-talk',
      title: { en: 'Evening talk at Casa Guacamaya', es: 'Plática de la tarde en Casa Guacamaya' },
      durationMinutes: 75,
      cutoffMinutes: 30,
      units: [
        {
          type: 'ADULT',
          title: { en: 'A chair and a coffee', es: 'Una silla y un café' },
          priceMinor: 18000,
          seatsPerUnit: 1,
        },
        {
          type: 'CHILD',
          title: { en: 'Under 12, with a chocolate', es: 'Menor de 12, con chocolate' },
          priceMinor: 9000,
          seatsPerUnit: 1,
          ageMin: 0,
          ageMax: 11,
          accompanied: true,
        },
      ],
      schedules: [{ weekdays: [4, 7], times: ['17:30'], capacity: null, closed: ['12-25', '01-01'] }],
    },
  ],
  reviews: [
    {
      author: 'Prof. E. Lindgren',
      rating: 5,
      locale: 'en',
      text: 'Accurate, generous, and honest about which readings are disputed. My students have done worse with a semester.',
      party: 1,
      monthsAgo: 2,
    },
    {
      author: 'Karla Perdomo',
      rating: 5,
      locale: 'es',
      text: 'Catracha y vecina, y nunca nadie me había leído una estela. Salí queriendo firmar con glifos.',
      party: 2,
      monthsAgo: 3,
    },
    {
      author: 'Milo (11)',
      rating: 5,
      locale: 'en',
      text: 'I found the axe four times and my dad found it once.',
      party: 2,
      monthsAgo: 4,
      reply: 'Milo: there are six. Come back. Ó. M.',
    },
    {
      author: 'Andrew P.',
      rating: 3,
      locale: 'en',
      text: 'Deep. Perhaps too deep for us after a late night; ninety minutes would have done. The evening talk is the right size.',
      party: 2,
      monthsAgo: 8,
    },
  ],
  pictures: [
    {
      kind: 'temple-broad',
      time: 'day',
      palette: 'terracotta',
      alt: {
        en: 'A broad stair rises up a temple in clear light',
        es: 'Una escalinata ancha sube por un templo con luz clara',
      },
    },
    {
      kind: 'temple-broad',
      time: 'golden',
      palette: 'jade',
      alt: { en: 'The temple in low sun, birds over the plaza', es: 'El templo con sol bajo y aves sobre la plaza' },
    },
    {
      kind: 'canyon-rim',
      time: 'golden',
      palette: 'maize',
      alt: {
        en: 'Two people above a valley with a winding river',
        es: 'Dos personas sobre un valle con un río de curvas',
      },
    },
  ],
} satisfies DemoExperience
