import type { DemoExperience } from '../types.ts'

export default {
  slug: 'mend-an-azulejo',
  provider: 'sete-colinas',
  place: 'lisbon',
  category: 'workshop',
  currency: 'EUR',
  latitude: 38.7169,
  longitude: -9.1311,
  languages: ['pt', 'en', 'es', 'fr'],
  title: { en: 'Paint the missing tile', es: 'Pinta el azulejo que falta' },
  summary: {
    en: 'A restorer in Graça hands you a wall with one hole in it. You match the blue, paint the tile, fire it.',
    es: 'Una restauradora de Graça te da un muro con un hueco. Igualas el azul, pintas el azulejo y va al horno.',
  },
  description: {
    en: 'Tiles get stolen in Lisbon, one at a time, and sold at the flea market down the hill. Inês Barroso puts them back: for the city, for chapels, for a widow in Mouraria who wanted her kitchen whole again.\n\nShe starts you with a photograph of a real wall and its gap. You trace the pattern from the neighbours, prick it, pounce it through with charcoal dust, and then paint with oxides that all look the same grey until they have been in the kiln. Cobalt forgives. Manganese does not.\n\nEach of you paints two. One is yours. The other goes in a drawer marked with the street, and if it is good enough it goes on the wall. Eleven have so far.',
    es: 'En Lisboa se roban los azulejos de uno en uno y se venden en el mercado de abajo. Inês Barroso los repone: para la ciudad, para capillas, para una viuda de Mouraria que quería su cocina completa otra vez.\n\nEmpiezas con la foto de un muro real y su hueco. Calcas el dibujo de los vecinos, lo picas, lo pasas con polvo de carbón y luego pintas con óxidos que se ven del mismo gris hasta que salen del horno. El cobalto perdona. El manganeso no.\n\nCada quien pinta dos. Uno es tuyo. El otro se guarda en un cajón con el nombre de la calle y, si queda bien, va al muro. Ya van once.',
  },
  itinerary: {
    en: [
      { at: '10:30', text: 'The workshop, a former carpenter’s in a courtyard. Fragments from 1560 to last Tuesday.' },
      { at: '10:50', text: 'Choose your wall. Trace, prick, pounce.' },
      { at: '11:30', text: 'Brushes: outline first, then the wash, in one breath if you can.' },
      { at: '12:40', text: 'Second tile, this time for the drawer.' },
      {
        at: '13:20',
        text: 'Broa bread, sheep’s cheese and a glass of something cold by the lemon tree while Inês loads the kiln.',
      },
    ],
    es: [
      {
        at: '10:30',
        text: 'El taller, una antigua carpintería en un patio. Fragmentos desde 1560 hasta el martes pasado.',
      },
      { at: '10:50', text: 'Escoges tu muro. Calcar, picar, estarcir.' },
      { at: '11:30', text: 'Pinceles: primero la línea, luego la aguada, de un solo aliento si se puede.' },
      { at: '12:40', text: 'Segundo azulejo, ahora para el cajón.' },
      {
        at: '13:20',
        text: 'Broa, queso de oveja y un vaso de algo frío junto al limonero, mientras Inês carga el horno.',
      },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Oficina Barroso',
      address: 'Vila Berta 9, Graça, 1170-400 Lisboa',
      hint: 'Go through the iron arch of Vila Berta and listen for the radio. The bell says “Carpintaria”.',
    },
    es: {
      name: 'Oficina Barroso',
      address: 'Vila Berta 9, Graça, 1170-400 Lisboa',
      hint: 'Pasa el arco de hierro de Vila Berta y sigue el sonido del radio. El timbre dice «Carpintaria».',
    },
  },
  included: {
    en: [
      'Two blank tiles, oxides, brushes, apron',
      'Firing at 980 °C',
      'Your tile, ready two days later or posted within the EU',
      'Bread, cheese and a drink',
    ],
    es: [
      'Dos azulejos en blanco, óxidos, pinceles y mandil',
      'Cocción a 980 °C',
      'Tu azulejo, listo en dos días o enviado dentro de la UE',
      'Pan, queso y algo de tomar',
    ],
  },
  notIncluded: { en: ['Postage beyond the EU, €14'], es: ['Envío fuera de la UE, €14'] },
  goodToKnow: {
    en: [
      'No talent needed. A steady hand helps less than patience.',
      'Step-free from the street, and one table is high enough for a wheelchair.',
      'Leaving Lisbon next morning? Choose posting when you book; a kiln cannot be hurried.',
    ],
    es: [
      'No hace falta talento. La paciencia ayuda más que el pulso.',
      'Se entra sin escalones y hay una mesa a la altura de una silla de ruedas.',
      '¿Te vas a la mañana siguiente? Elige envío al reservar; al horno no se le apura.',
    ],
  },
  policy: { kind: 'moderate' },
  options: [
    {
      code: 'two-tiles',
      title: { en: 'Two tiles', es: 'Dos azulejos' },
      durationMinutes: 195,
      cutoffMinutes: 480,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 6800, seatsPerUnit: 1, ageMin: 14 },
        {
          type: 'CHILD',
          title: { en: 'Child, 7 to 13', es: 'Niño, de 7 a 13' },
          priceMinor: 4200,
          seatsPerUnit: 1,
          ageMin: 7,
          ageMax: 13,
          accompanied: true,
        },
      ],
      schedules: [
        {
          weekdays: [3, 4, 5, 6],
          times: ['10:30'],
          capacity: 8,
          closed: ['12-24', '12-25', '12-26', '12-31', '01-01', '06-13', '08-15'],
        },
        { season: { from: '04-01', to: '09-30' }, weekdays: [6], times: ['15:30'], capacity: 8 },
      ],
    },
    {
      code: 'sunday-table',
      title: { en: 'Sunday table, one tile each', es: 'Mesa de domingo, un azulejo cada quien' },
      durationMinutes: 120,
      cutoffMinutes: 720,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 4500, seatsPerUnit: 1, ageMin: 14 },
        {
          type: 'CHILD',
          title: { en: 'Child, 5 to 13', es: 'Niño, de 5 a 13' },
          priceMinor: 2800,
          seatsPerUnit: 1,
          ageMin: 5,
          ageMax: 13,
          accompanied: true,
        },
        {
          type: 'GROUP',
          title: { en: 'Family of four', es: 'Familia de cuatro' },
          priceMinor: 12500,
          seatsPerUnit: 4,
          max: 2,
        },
      ],
      schedules: [{ weekdays: [7], times: ['11:00'], capacity: 12, closed: ['12-27'] }],
    },
  ],
  reviews: [
    {
      author: 'Yuki Tanabe',
      rating: 5,
      locale: 'en',
      party: 1,
      monthsAgo: 1,
      text: 'Inês wrote in March: my second tile is on a wall in Rua da Regueira, third row, left of the pipe. I have changed my flight home to go and look at it.',
    },
    {
      author: 'Blanca Uribe',
      rating: 5,
      locale: 'es',
      party: 4,
      monthsAgo: 3,
      text: 'Mi hija de ocho pintó un pez donde iba una hoja. Inês lo miró un rato y dijo que en 1700 alguien ya había hecho lo mismo.',
    },
    {
      author: 'Derek Holloway',
      rating: 4,
      locale: 'en',
      party: 2,
      monthsAgo: 4,
      text: 'My line work looks like a seismograph. Loved every minute. Posting to Cornwall took three weeks, not the ten days on the slip.',
      reply:
        'Sorry, Derek: customs kept it. We now declare painted tiles differently and write the honest three weeks on the slip.',
    },
    {
      author: 'Amparo Vidal',
      rating: 5,
      locale: 'es',
      party: 2,
      monthsAgo: 7,
      text: 'Por fin alguien me explicó por qué unos azules parecen tristes y otros no. Es el estaño.',
    },
  ],
  pictures: [
    {
      kind: 'ceramics',
      time: 'day',
      palette: 'cenote',
      alt: {
        en: 'A ceramics workshop with shelves of painted vessels',
        es: 'Un taller de cerámica con repisas de piezas pintadas',
      },
    },
    {
      kind: 'tram-street',
      time: 'day',
      palette: 'cenote',
      alt: { en: 'A tram between painted house fronts in Graça', es: 'Un tranvía entre fachadas pintadas en Graça' },
    },
    {
      kind: 'tram-hill',
      time: 'day',
      palette: 'maize',
      alt: {
        en: 'The roofs of Lisbon down to the river, a tram in front',
        es: 'Los techos de Lisboa hasta el río, con un tranvía al frente',
      },
    },
  ],
} satisfies DemoExperience
