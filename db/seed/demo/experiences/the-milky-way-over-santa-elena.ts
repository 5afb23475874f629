import type { DemoExperience } from '../types.ts'

export default {
  slug: 'the-milky-way-over-santa-elena',
  provider: 'camino-blanco',
  place: 'uxmal',
  category: 'night',
  currency: 'MXN',
  latitude: 20.3297,
  longitude: -89.6472,
  languages: ['es', 'en', 'yua'],
  title: { en: 'The Milky Way over Santa Elena', es: 'La Vía Láctea sobre Santa Elena' },
  summary: {
    en: 'Two hours lying on a hill with no lamp for eleven kilometres, and a turtle where you knew Orion.',
    es: 'Dos horas acostados en un cerro sin un foco a once kilómetros, y una tortuga donde conocías a Orión.',
  },
  description: {
    en: `Bring nothing bright. Phones go into a basket, faces down, and for the first twenty minutes we do nothing but wait for your eyes.

Then Ivette begins with what is already there: the three hearthstones, which are Alnitak, Saiph and Rigel, with the smoke of the nebula between them. The turtle on whose back the maize god stands up again. The white road, sac bej, on which the dead walk and after which we are named. She uses a red torch and long silences. A telescope is set up for the moon, Saturn and whoever asks a good question.

Around the full moon the sky is paler. Then the telescope does more of the work, and Ivette tells the rabbit’s side of the story.`,
    es: `No traigas nada que brille. Los celulares van a una canasta, boca abajo, y los primeros veinte minutos no hacemos otra cosa que esperar a los ojos.

Luego Ivette empieza por lo que ya está ahí: las tres piedras del fogón, que son Alnitak, Saiph y Rigel, con el humo de la nebulosa en medio. La tortuga sobre la que vuelve a levantarse el dios del maíz. El sac bej, el camino blanco por el que andan los muertos y del que tomamos el nombre. Usa una linterna roja y silencios largos. Hay un telescopio para la luna, para Saturno y para quien haga una buena pregunta.

Con luna llena el cielo se aclara. Esas noches trabaja más el telescopio e Ivette cuenta la versión del conejo.`,
  },
  itinerary: {
    en: [
      {
        at: '20:00',
        text: 'Meet in the square; ten minutes by van without headlights for the last stretch (it is a private track).',
      },
      { at: '20:20', text: 'Mats, blankets, the basket. Twenty minutes of dark.' },
      { at: '20:45', text: 'The hearth, the turtle, the road.' },
      { at: '21:30', text: 'Telescope, one eye at a time. Hot chocolate in gourds.' },
      { at: '22:00', text: 'Back in Santa Elena.' },
    ],
    es: [
      {
        at: '20:00',
        text: 'Nos vemos en el parque; diez minutos de camioneta, el último tramo sin faros (es camino privado).',
      },
      { at: '20:20', text: 'Petates, cobijas, la canasta. Veinte minutos de oscuridad.' },
      { at: '20:45', text: 'El fogón, la tortuga, el camino.' },
      { at: '21:30', text: 'Telescopio, un ojo a la vez. Chocolate caliente en jícara.' },
      { at: '22:00', text: 'De vuelta en Santa Elena.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Santa Elena church steps',
      address: 'Calle 20, Santa Elena, Yucatán, 16 km from Uxmal',
      hint: 'The church on the mound, visible from anywhere. We wait at the foot, not the top.',
    },
    es: {
      name: 'Escalinata de la iglesia de Santa Elena',
      address: 'Calle 20, Santa Elena, Yucatán, a 16 km de Uxmal',
      hint: 'La iglesia del cerro, se ve de todos lados. Esperamos abajo, no arriba.',
    },
  },
  included: {
    en: ['Mat, blanket and pillow', 'Telescope and binoculars', 'Hot chocolate', 'The van up and down'],
    es: [
      'Petate, cobija y almohada',
      'Telescopio y binoculares',
      'Chocolate caliente',
      'La camioneta de subida y bajada',
    ],
  },
  notIncluded: {
    en: ['Transport from Mérida; several guesthouses are within walking distance'],
    es: ['Traslado desde Mérida; hay varias casas de huéspedes a pie'],
  },
  goodToKnow: {
    en: [
      'If more than half of the sky is cloud at six, we call it off and return everything.',
      'Chairs instead of mats for anyone who asks. The hill is reached by van; the last forty metres are level gravel.',
      'Children who can lie still for an hour are very welcome.',
      'Long trousers against mosquitoes; repellent at the square, not on the hill.',
    ],
    es: [
      'Si a las seis hay más de medio cielo nublado, se cancela y se devuelve todo.',
      'Hay sillas para quien no quiera petate. Se llega en camioneta; los últimos cuarenta metros son de grava pareja.',
      'Los niños que aguanten una hora acostados son muy bienvenidos.',
      'Pantalón largo por los moscos; el repelente se pone en el parque, no en el cerro.',
    ],
  },
  policy: { kind: 'flexible' },
  options: [
    {
      code: 'dark-nights',
      title: { en: 'A dark night', es: 'Noche oscura' },
      durationMinutes: 120,
      cutoffMinutes: 90,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 54000, seatsPerUnit: 1, ageMin: 14 },
        {
          type: 'CHILD',
          title: { en: 'Child 6–13', es: 'De 6 a 13 años' },
          priceMinor: 27000,
          seatsPerUnit: 1,
          ageMin: 6,
          ageMax: 13,
          accompanied: true,
        },
        {
          type: 'GROUP',
          title: { en: 'Family blanket: 2 adults, up to 2 children', es: 'Cobija familiar: 2 adultos y hasta 2 niños' },
          priceMinor: 140000,
          seatsPerUnit: 4,
          max: 3,
        },
      ],
      schedules: [
        {
          season: { from: '10-20', to: '03-31' },
          weekdays: [4, 5, 6],
          times: ['20:00'],
          capacity: 16,
          closed: ['12-24', '12-31'],
        },
        { season: { from: '04-01', to: '06-10' }, weekdays: [5, 6], times: ['20:00'], capacity: 16 },
      ],
    },
  ],
  reviews: [
    {
      author: 'Yuki Tanabe',
      rating: 5,
      locale: 'en',
      text: 'My son is six. He asked whether the turtle gets tired. Ivette thought about it for a long time before answering.',
      party: 3,
      monthsAgo: 2,
    },
    {
      author: 'Raúl Quijano',
      rating: 5,
      locale: 'es',
      text: 'Veinte minutos sin celular y ya valió el boleto. Lo demás fue ganancia.',
      party: 2,
      monthsAgo: 4,
    },
    {
      author: 'Beth',
      rating: 4,
      locale: 'en',
      text: 'Clouds took the last half hour. No refund for that, which is fair, and two chocolates, which was fairer.',
      party: 2,
      monthsAgo: 5,
    },
  ],
  pictures: [
    {
      kind: 'night-sky-telescope',
      time: 'night',
      palette: 'cenote',
      alt: {
        en: 'Three people and a telescope on a hill under the Milky Way',
        es: 'Tres personas y un telescopio en un cerro bajo la Vía Láctea',
      },
    },
    {
      kind: 'temple-round',
      time: 'night',
      palette: 'rosa',
      alt: { en: 'A pyramid under a violet night sky', es: 'Una pirámide bajo un cielo violeta de noche' },
    },
    {
      kind: 'night-sky-telescope',
      time: 'dusk',
      palette: 'maize',
      alt: {
        en: 'A telescope is set up while the west is still orange',
        es: 'Un telescopio ya puesto mientras el poniente sigue anaranjado',
      },
    },
  ],
} satisfies DemoExperience
