import type { DemoExperience } from '../types.ts'

export default {
  slug: 'coffee-paid-by-the-pound',
  provider: 'tres-volcanes',
  place: 'antigua',
  category: 'workshop',
  currency: 'GTQ',
  latitude: 14.5235,
  longitude: -90.7963,
  languages: ['es', 'en'],
  title: { en: 'Coffee, paid by the pound', es: 'Café, pagado por libra' },
  summary: {
    en: 'Pick a basket in San Miguel Dueñas, have it weighed, get the picker’s wage, and drink what it became.',
    es: 'Corte una canasta en San Miguel Dueñas, que se la pesen, cobre el jornal y tómese lo que salió de ahí.',
  },
  description: {
    en: `Forty minutes of picking earns most visitors about four quetzales. Don Rigo counts it into your palm without a smile, and that is when people begin to ask better questions about the price of a cup.

His two manzanas of bourbon stand under gravilea shade at 1,500 metres, with Fuego grumbling to the west. You follow one basket: float the bad cherries off, turn the pulper by hand, look at yesterday’s batch fermenting and at last week’s on the patio, rake it. Then his daughter Marleny roasts in a pan over wood, dark for her father, light for herself, and you cup both, slurping as loudly as you dare.

Outside the harvest there is no picking, and no pretending. We prune and plant instead, and the price is lower.`,
    es: `En cuarenta minutos de corte, casi todos los visitantes ganan unos cuatro quetzales. Don Rigo se los cuenta en la palma sin sonreír, y ahí es donde la gente empieza a preguntar mejor por lo que cuesta una taza.

Sus dos manzanas de bourbón están bajo sombra de gravilea, a 1,500 metros, con el Fuego refunfuñando al poniente. Se sigue una sola canasta: flotar la cereza mala, darle a la despulpadora, ver el lote de ayer en la pila y el de la semana pasada en el patio, y rastrillar. Luego su hija Marleny tuesta en sartén con leña, oscuro para su papá y claro para ella, y se catan los dos, sorbiendo tan fuerte como se atreva.

Fuera de cosecha no hay corte y no lo fingimos: se poda y se siembra, y cuesta menos.`,
  },
  itinerary: {
    en: [
      { at: '08:30', text: 'Pick-up truck from the arch side of the Antigua bus terminal, benches in the back.' },
      { at: '09:00', text: 'Baskets tied on. Only the red ones, twist, do not pull.' },
      { at: '09:50', text: 'The scale, the notebook, your pay.' },
      { at: '10:10', text: 'Pulper, tank, patio.' },
      { at: '11:00', text: 'Roasting and cupping in the kitchen, with beans, plantain and cream.' },
      { at: '12:15', text: 'Back in Antigua, smelling of smoke.' },
    ],
    es: [
      { at: '08:30', text: 'Picop desde la terminal de La Antigua, con bancas atrás.' },
      { at: '09:00', text: 'A amarrarse la canasta. Solo las rojas; se tuerce, no se jala.' },
      { at: '09:50', text: 'La romana, el cuaderno, su paga.' },
      { at: '10:10', text: 'Despulpadora, pila, patio.' },
      { at: '11:00', text: 'Tueste y catación en la cocina, con frijoles, plátano y crema.' },
      { at: '12:15', text: 'De vuelta en La Antigua, con olor a humo.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Antigua bus terminal, behind the market',
      address: 'Alameda Santa Lucía and 4a Calle Poniente, Antigua Guatemala',
      hint: 'A red Toyota pick-up with RIGO in yellow on the tailgate, next to the buses for Dueñas.',
    },
    es: {
      name: 'Terminal de buses, detrás del mercado',
      address: 'Alameda de Santa Lucía y 4a Calle Poniente, Antigua Guatemala',
      hint: 'Un Toyota rojo con RIGO en amarillo en la palangana, junto a las camionetas de Dueñas.',
    },
  },
  included: {
    en: [
      'Transport',
      'Your picker’s wage',
      'Cupping and a late breakfast',
      'Half a pound of beans, roasted while you watch',
    ],
    es: ['Transporte', 'Su jornal de cortador', 'Catación y desayuno tarde', 'Media libra de café, tostado a la vista'],
  },
  notIncluded: {
    en: ['More coffee: Q60 a pound, all of it to the family'],
    es: ['Más café: Q60 la libra, todo para la familia'],
  },
  goodToKnow: {
    en: [
      'Harvest is November to early March. The rows are on a slope and muddy after rain.',
      'Long sleeves against branches and small ants.',
      'The kitchen, patio and cupping can be reached by car and are level.',
      'Children pick faster than you.',
    ],
    es: [
      'La cosecha va de noviembre a principios de marzo. Los surcos están en ladera y con lodo si llovió.',
      'Manga larga por las ramas y los zompopos.',
      'A la cocina, al patio y a la catación se llega en carro y es plano.',
      'Los niños cortan más rápido que usted.',
    ],
  },
  policy: { kind: 'moderate' },
  options: [
    {
      code: 'harvest',
      title: { en: 'Harvest', es: 'Cosecha' },
      durationMinutes: 225,
      cutoffMinutes: 720,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 28500, seatsPerUnit: 1, ageMin: 13 },
        {
          type: 'CHILD',
          title: { en: 'Child 5–12', es: 'De 5 a 12 años' },
          priceMinor: 15000,
          seatsPerUnit: 1,
          ageMin: 5,
          ageMax: 12,
          accompanied: true,
        },
        { type: 'GROUP', title: { en: 'Family of 4', es: 'Familia de 4' }, priceMinor: 78000, seatsPerUnit: 4, max: 2 },
      ],
      schedules: [
        {
          season: { from: '11-10', to: '03-05' },
          weekdays: [2, 4, 6],
          times: ['08:30'],
          capacity: 10,
          closed: ['12-24', '12-25', '12-31', '01-01'],
        },
      ],
    },
    {
      code: 'pruning',
      title: { en: 'Pruning and planting', es: 'Poda y siembra' },
      durationMinutes: 195,
      cutoffMinutes: 720,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 21000, seatsPerUnit: 1, ageMin: 13 },
        {
          type: 'CHILD',
          title: { en: 'Child 5–12', es: 'De 5 a 12 años' },
          priceMinor: 11000,
          seatsPerUnit: 1,
          ageMin: 5,
          ageMax: 12,
          accompanied: true,
        },
      ],
      schedules: [{ season: { from: '03-06', to: '11-09' }, weekdays: [4, 6], times: ['08:30'], capacity: 8 }],
    },
  ],
  reviews: [
    {
      author: 'Sunniva',
      rating: 5,
      locale: 'en',
      text: 'I earned Q3.75. I have framed the coins.',
      party: 2,
      monthsAgo: 3,
    },
    {
      author: 'Carlos Roberto',
      rating: 5,
      locale: 'es',
      text: 'Mi suegro fue cortador de niño y no había vuelto a un cafetal. Don Rigo y él hablaron una hora y los demás nos quedamos oyendo.',
      party: 4,
      monthsAgo: 4,
    },
    {
      author: 'Nick',
      rating: 4,
      locale: 'en',
      text: 'In June, so planting. My little tree has a stake with my name. Coffee better than the roads.',
      party: 1,
      monthsAgo: 9,
      reply: 'Your tree is at knee height, Nick. Come and weed it.',
    },
    {
      author: 'Ximena Paz',
      rating: 4,
      locale: 'es',
      text: 'El picop brinca bastante, avisen a la gente con mala espalda. Lo demás, de diez.',
      party: 2,
      monthsAgo: 5,
    },
  ],
  pictures: [
    {
      kind: 'coffee-farm',
      time: 'dawn',
      palette: 'terracotta',
      alt: {
        en: 'Ripe cherries on the branch, pickers in the rows below',
        es: 'Cereza madura en la rama y cortadores entre los surcos',
      },
    },
    {
      kind: 'coffee-farm',
      time: 'day',
      palette: 'jade',
      alt: {
        en: 'Rows of coffee around a small house with a red roof',
        es: 'Surcos de café alrededor de una casita de techo rojo',
      },
    },
    {
      kind: 'kitchen',
      time: 'day',
      palette: 'terracotta',
      alt: {
        en: 'A kitchen with clay pots, garlic and pans on a rail',
        es: 'Una cocina con ollas de barro, ajos y sartenes colgadas',
      },
    },
  ],
} satisfies DemoExperience
