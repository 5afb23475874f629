import type { DemoExperience } from '../types.ts'

export default {
  slug: 'tanjia-in-the-hammam-ashes',
  provider: 'dar-zellige',
  place: 'marrakesh',
  category: 'food',
  currency: 'MAD',
  latitude: 31.631,
  longitude: -7.9897,
  languages: ['fr', 'en', 'ar'],
  title: { en: 'Tanjia in the ashes of the hammam', es: 'Tanjía en las cenizas del hammam' },
  summary: {
    en: 'Fill a clay urn at the butcher’s, bury it in the furnace of a bathhouse, come back hungry at two.',
    es: 'Llena una vasija de barro con el carnicero, entiérrala en el horno de un hammam y vuelve con hambre a las dos.',
  },
  description: {
    en: 'Tanjia is what bachelors in Marrakesh cook, which is to say that nobody cooks it. You take a clay urn to the butcher, who puts in shank, garlic, preserved lemon, cumin, saffron and a spoon of old butter, ties paper over the mouth and pierces it twice. You take the urn to the man who heats the hammam. He pushes it into the ashes. Then you go and do something else for four hours.\n\nKhadija fills those hours: the spice sellers of Rahba Kedima, the coopers, the bread oven where every household’s loaves carry their own stamp. On the way you press bread with the house stamp of Dar Zellige, a small key.\n\nAt two the furnace man knocks on the blue door. The meat comes off the bone with a look.',
    es: 'La tanjía es lo que cocinan los solteros de Marrakech, o sea que no la cocina nadie. Llevas una vasija de barro al carnicero, que le pone chamorro, ajo, limón en conserva, comino, azafrán y una cucharada de mantequilla añeja; amarra un papel en la boca y lo pica dos veces. La llevas con el hombre que calienta el hammam. Él la empuja a las cenizas. Y te vas cuatro horas a otra cosa.\n\nKhadija llena esas horas: los especieros de Rahba Kedima, los toneleros, el horno de pan donde las hogazas de cada casa llevan su propio sello. De camino marcas un pan con el de Dar Zellige, una llavecita.\n\nA las dos, el hombre del horno toca la puerta azul. La carne se suelta del hueso con mirarla.',
  },
  itinerary: {
    en: [
      { at: '09:15', text: 'Coffee behind the blue door. Pick an urn: a small one feeds two, a large one six.' },
      { at: '09:40', text: 'Butcher, herb woman, the lemon seller with nine barrels.' },
      {
        at: '10:15',
        text: 'Down to the furnace under the hammam. It burns cedar shavings and olive stones; mind your eyebrows.',
      },
      {
        at: '10:40',
        text: 'Rahba Kedima, the dyers, the communal oven. Zineb’s salads before noon: seven, two of which you chop.',
      },
      { at: '14:00', text: 'The knock. Lunch on the roof, bread instead of forks, oranges with cinnamon after.' },
    ],
    es: [
      {
        at: '09:15',
        text: 'Café detrás de la puerta azul. Se escoge vasija: la chica da para dos, la grande para seis.',
      },
      { at: '09:40', text: 'El carnicero, la señora de las hierbas, el vendedor de limones con sus nueve barriles.' },
      {
        at: '10:15',
        text: 'Al horno, debajo del hammam. Quema viruta de cedro y hueso de aceituna; cuidado con las cejas.',
      },
      {
        at: '10:40',
        text: 'Rahba Kedima, los tintoreros, el horno del barrio. Antes de mediodía, las ensaladas de Zineb: siete, de las que picas dos.',
      },
      {
        at: '14:00',
        text: 'Tocan a la puerta. Comida en la azotea, con pan en vez de tenedor, y naranja con canela al final.',
      },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Dar Zellige, the blue door',
      address: 'Derb Chorfa el-Kbir 41, Mouassine, Marrakesh medina',
      hint: 'Taxis stop at Bab Laksour; from there it is six minutes on foot. Ring the upper bell, the lower one belongs to the neighbour’s goat.',
    },
    es: {
      name: 'Dar Zellige, la puerta azul',
      address: 'Derb Chorfa el-Kbir 41, Mouassine, medina de Marrakech',
      hint: 'Los taxis llegan a Bab Laksour; de ahí son seis minutos a pie. Toca el timbre de arriba: el de abajo es de la cabra del vecino.',
    },
  },
  included: {
    en: [
      'All shopping for the meal',
      'Lunch with salads, bread, fruit and tea',
      'The furnace man’s fee',
      'The recipe, in Zineb’s handwriting',
    ],
    es: [
      'Todas las compras de la comida',
      'Comida con ensaladas, pan, fruta y té',
      'Lo que cobra el hombre del horno',
      'La receta, de puño y letra de Zineb',
    ],
  },
  notIncluded: {
    en: ['Spices to take home', 'Wine; the house does not serve any'],
    es: ['Especias para llevar', 'Vino; en la casa no se sirve'],
  },
  goodToKnow: {
    en: [
      'A vegetable urn with quince, chickpeas and turnip is just as slow and just as good. Tell us the day before.',
      'About three kilometres on foot, on uneven stone.',
      'Not on Fridays, when the oven and the butcher keep their own hours.',
      'Children under four eat with us and pay nothing.',
    ],
    es: [
      'La vasija de verduras, con membrillo, garbanzo y nabo, es igual de lenta e igual de buena. Avisa un día antes.',
      'Unos tres kilómetros a pie, por piedra dispareja.',
      'Los viernes no: el horno y el carnicero tienen otro horario.',
      'Los menores de cuatro años comen con nosotros y no pagan.',
    ],
  },
  policy: {
    kind: 'custom',
    steps: [
      { hoursBefore: 48, percent: 100 },
      { hoursBefore: 14, percent: 60 },
    ],
  },
  options: [
    {
      code: 'lunch',
      title: { en: 'Market, furnace, lunch', es: 'Mercado, horno y comida' },
      durationMinutes: 360,
      cutoffMinutes: 840,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 58000, seatsPerUnit: 1, ageMin: 13 },
        {
          type: 'CHILD',
          title: { en: 'Child, 4 to 12', es: 'Niño, de 4 a 12' },
          priceMinor: 29000,
          seatsPerUnit: 1,
          ageMin: 4,
          ageMax: 12,
          accompanied: true,
        },
        {
          type: 'INFANT',
          title: { en: 'Under 4', es: 'Menor de 4' },
          priceMinor: 0,
          seatsPerUnit: 0,
          ageMax: 3,
          max: 2,
          accompanied: true,
        },
      ],
      schedules: [
        { season: { from: '09-10', to: '06-20' }, weekdays: [1, 2, 3, 4, 6, 7], times: ['09:15'], capacity: 10 },
        {
          season: { from: '06-21', to: '09-09' },
          weekdays: [1, 3, 6],
          times: ['08:30'],
          capacity: 8,
          closed: ['07-30', '08-14', '08-20', '08-21'],
        },
      ],
    },
  ],
  reviews: [
    {
      author: 'Wren Castellane',
      rating: 5,
      locale: 'en',
      party: 3,
      monthsAgo: 1,
      text: 'The furnace man has been down there since he was eleven and has opinions about every family in the quarter, judged by their pots. He approved of ours.',
    },
    {
      author: 'Ignacio Barrenechea',
      rating: 5,
      locale: 'es',
      party: 2,
      monthsAgo: 2,
      text: 'Llevo veinte años cocinando y nunca había hecho nada con un papel de estraza y una cuerda. Ya conseguí la vasija; me falta el hammam.',
    },
    {
      author: 'Sabine Moreau',
      rating: 4,
      locale: 'en',
      party: 2,
      monthsAgo: 3,
      text: 'Wonderful food and company. In July the walk between eleven and one is a lot; the summer start an hour earlier would suit me better still.',
      reply: 'Thank you, Sabine. From this June we begin at half past eight and spend noon in the courtyard. — Khadija',
    },
    {
      author: 'Grace Mbeki',
      rating: 5,
      locale: 'en',
      party: 5,
      monthsAgo: 8,
      text: 'Five of us, one vegetarian, one who eats nothing green, one aged three. Everyone finished their plate and my mother-in-law asked for the butter.',
    },
  ],
  pictures: [
    {
      kind: 'souk-spices',
      time: 'day',
      palette: 'jade',
      alt: {
        en: 'Cones of ground spice in brass bowls, jars on the shelves behind',
        es: 'Conos de especias molidas en tazones de latón, con frascos en las repisas',
      },
    },
    {
      kind: 'souk-alley',
      time: 'day',
      palette: 'terracotta',
      alt: {
        en: 'An arched souk alley with hanging lamps and shafts of light',
        es: 'Un pasaje del zoco con arcos, lámparas colgantes y rayos de luz',
      },
    },
    {
      kind: 'hammam-room',
      time: 'golden',
      palette: 'terracotta',
      alt: {
        en: 'The domed warm room of a bathhouse with shafts of light',
        es: 'La sala abovedada y tibia de un hammam, con rayos de luz',
      },
    },
    {
      kind: 'riad-court',
      time: 'golden',
      palette: 'maize',
      alt: {
        en: 'A riad courtyard with orange trees in afternoon light',
        es: 'El patio de un riad con naranjos, con luz de tarde',
      },
    },
  ],
} satisfies DemoExperience
