import type { DemoExperience } from '../types.ts'

export default {
  slug: 'tulum-from-the-sea',
  provider: 'agua-quieta',
  place: 'tulum',
  category: 'water',
  currency: 'MXN',
  latitude: 20.2052,
  longitude: -87.4279,
  languages: ['es', 'en', 'it'],
  title: { en: 'Tulum from the sea', es: 'Tulum desde el mar' },
  summary: {
    en: 'The walled city seen from where its builders meant it to be seen, with a swim on the reef. Calm water only.',
    es: 'La ciudad amurallada vista desde donde debía verse, con chapuzón en el arrecife. Solo con mar en calma.',
  },
  description: {
    en: `Two windows in the Castillo lined up with two lamps, and a canoe out here at night knew where the gap in the reef was. From the beach you cannot see how it worked. From the water, at four in the afternoon with the sun coming over your shoulder, it takes Gaspar about a minute to show you.

We go out in a seven-metre panga with an awning. Forty minutes under the cliff, engine off where the current lets us; then half an hour in the water over a shallow head of coral where green turtles come to be cleaned. Home with the light on the stone.

If the harbour flies a yellow flag we do not go. It flies about one day in six in winter.`,
    es: `Dos ventanas del Castillo se alineaban con dos lámparas, y de noche una canoa sabía desde aquí dónde se abría el arrecife. Desde la playa no se entiende. Desde el agua, a las cuatro de la tarde y con el sol por encima del hombro, Gaspar tarda como un minuto en enseñártelo.

Vamos en una panga de siete metros con toldo. Cuarenta minutos bajo el acantilado, con el motor apagado donde la corriente deja; luego media hora en el agua, sobre un cabezo de coral bajito al que llegan tortugas verdes a que las limpien. El regreso es con la luz en la piedra.

Con bandera amarilla no salimos. En invierno toca más o menos un día de cada seis.`,
  },
  itinerary: {
    en: [
      { at: '16:00', text: 'Vests and masks on the sand at Playa Pescadores, then wading out to the boat, knee-deep.' },
      { at: '16:15', text: 'North along the shore to the foot of the Castillo.' },
      { at: '16:55', text: 'Over the reef. In the water two by two, with Toño.' },
      { at: '17:30', text: 'Dry towel, pineapple, the city in late light.' },
      { at: '18:00', text: 'On the beach again.' },
    ],
    es: [
      {
        at: '16:00',
        text: 'Chalecos y visores en la arena de Playa Pescadores; se sube a la panga con el agua a la rodilla.',
      },
      { at: '16:15', text: 'Hacia el norte, pegados a la costa, hasta el pie del Castillo.' },
      { at: '16:55', text: 'Sobre el arrecife. Al agua de dos en dos, con Toño.' },
      { at: '17:30', text: 'Toalla seca, piña y la ciudad con la última luz.' },
      { at: '18:00', text: 'Otra vez en la playa.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Fishermen’s cooperative, Playa Pescadores',
      address: 'Carretera Tulum–Boca Paila km 1.5, Tulum',
      hint: 'Walk past the last beach club towards the ruins. Our boats are white with a single blue line.',
    },
    es: {
      name: 'Cooperativa de pescadores, Playa Pescadores',
      address: 'Carretera Tulum–Boca Paila km 1.5, Tulum',
      hint: 'Camina pasando el último club de playa, rumbo a las ruinas. Nuestras pangas son blancas con una raya azul.',
    },
  },
  included: {
    en: ['Boat, captain and guide', 'Mask, fins, vest', 'National park bracelet', 'Towel, fruit and water'],
    es: ['Panga, capitán y guía', 'Visor, aletas y chaleco', 'Brazalete del parque nacional', 'Toalla, fruta y agua'],
  },
  notIncluded: {
    en: ['Entrance to the ruins on land', 'Getting to the beach: bicycles can be locked at the cooperative'],
    es: ['Entrada a la zona por tierra', 'Llegar a la playa: en la cooperativa puedes encadenar la bici'],
  },
  goodToKnow: {
    en: [
      'Wear a long-sleeved shirt in place of sunscreen. The reef cannot tell the biodegradable ones apart.',
      'Turtles are looked at from three metres. Toño will tap your ankle.',
      'You need not swim: the awning is yours.',
      'Not with a bad back, and not in pregnancy; even calm water slaps.',
      'Sargassum can cover the beach from April to August. We carry you past it, and the reef stays clear.',
    ],
    es: [
      'En lugar de bloqueador usa playera de manga larga. El arrecife no distingue los biodegradables.',
      'A las tortugas se las ve desde tres metros. Toño te toca el tobillo.',
      'No es obligatorio nadar: el toldo es tuyo.',
      'No si te duele la espalda ni con embarazo; hasta el mar tranquilo golpea.',
      'De abril a agosto puede haber sargazo en la playa. Te pasamos del otro lado; en el arrecife no hay.',
    ],
  },
  policy: { kind: 'flexible' },
  options: [
    {
      code: 'late-light',
      title: { en: 'Late light', es: 'Luz de la tarde' },
      durationMinutes: 120,
      cutoffMinutes: 60,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 98000, seatsPerUnit: 1, ageMin: 12 },
        {
          type: 'CHILD',
          title: { en: 'Child 6–11', es: 'De 6 a 11 años' },
          priceMinor: 65000,
          seatsPerUnit: 1,
          ageMin: 6,
          ageMax: 11,
          accompanied: true,
        },
      ],
      schedules: [
        {
          season: { from: '03-01', to: '10-31' },
          weekdays: [1, 2, 3, 4, 5, 6, 7],
          times: ['16:00'],
          capacity: 8,
          closed: ['09-15', '09-16'],
        },
        {
          season: { from: '11-01', to: '02-28' },
          weekdays: [2, 4, 5, 6, 7],
          times: ['15:00'],
          capacity: 8,
          closed: ['12-25', '01-01'],
        },
      ],
    },
    {
      code: 'early-sea',
      title: { en: 'Early sea', es: 'Mar de mañana' },
      durationMinutes: 120,
      cutoffMinutes: 600,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 89000, seatsPerUnit: 1, ageMin: 12 },
        {
          type: 'CHILD',
          title: { en: 'Child 6–11', es: 'De 6 a 11 años' },
          priceMinor: 58000,
          seatsPerUnit: 1,
          ageMin: 6,
          ageMax: 11,
          accompanied: true,
        },
        {
          type: 'GROUP',
          title: { en: 'Whole panga, up to 8', es: 'Panga completa, hasta 8' },
          priceMinor: 640000,
          seatsPerUnit: 8,
          max: 1,
        },
      ],
      schedules: [
        { weekdays: [3, 5, 6, 7], times: ['07:30'], capacity: 8, closed: ['12-25', '01-01', '09-15', '09-16'] },
      ],
    },
  ],
  reviews: [
    {
      author: 'Chiara',
      rating: 5,
      locale: 'en',
      text: 'Gaspar puts two torches in two jam jars to explain the windows. Better than any museum film.',
      party: 2,
      monthsAgo: 1,
    },
    {
      author: 'Familia Ortega',
      rating: 4,
      locale: 'es',
      text: 'Nos cancelaron por bandera amarilla y devolvieron el dinero el mismo día. Volvimos el jueves: dos tortugas y un mar como plato.',
      party: 4,
      monthsAgo: 3,
    },
    {
      author: 'Leo Brandt',
      rating: 5,
      locale: 'en',
      text: 'I had walked around the site that morning with nine hundred other people. It made no sense until four.',
      party: 2,
      monthsAgo: 5,
    },
    {
      author: 'Vania',
      rating: 3,
      locale: 'es',
      text: 'Muy bonito, pero salimos 25 minutos tarde por esperar a una pareja y nos faltó luz al final.',
      party: 2,
      monthsAgo: 7,
      reply: 'Tienes razón, Vania. Desde entonces esperamos diez minutos y ni uno más; te debemos una puesta de sol.',
    },
  ],
  pictures: [
    {
      kind: 'coast-ruin',
      time: 'golden',
      palette: 'cenote',
      alt: {
        en: 'A temple on a cliff above the sea, a boat with an awning below it',
        es: 'Un templo en un acantilado sobre el mar y una panga con toldo abajo',
      },
    },
    {
      kind: 'reef-turtle',
      time: 'day',
      palette: 'jade',
      alt: {
        en: 'A green turtle over the reef in slanting sunlight',
        es: 'Una tortuga verde sobre el arrecife entre rayos de sol',
      },
    },
    {
      kind: 'coast-ruin',
      time: 'dusk',
      palette: 'rosa',
      alt: {
        en: 'The cliff and its temple turning violet at sunset',
        es: 'El acantilado y su templo se ponen violetas al atardecer',
      },
    },
    {
      kind: 'reef-fish',
      time: 'golden',
      palette: 'maize',
      alt: { en: 'A shoal of yellow fish above coral', es: 'Un cardumen amarillo sobre el coral' },
    },
  ],
} satisfies DemoExperience
