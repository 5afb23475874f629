import type { DemoExperience } from '../types.ts'

export default {
  slug: 'a-night-facing-fuego',
  provider: 'tres-volcanes',
  place: 'antigua',
  category: 'nature',
  currency: 'GTQ',
  latitude: 14.5403,
  longitude: -90.8478,
  languages: ['es', 'en'],
  title: { en: 'A night facing Fuego', es: 'Una noche frente al Fuego' },
  summary: {
    en: 'Up Acatenango to a camp at 3,600 m, and every quarter of an hour the volcano opposite clears its throat.',
    es: 'Subida al Acatenango hasta un campamento a 3,600 m; cada cuarto de hora, el volcán de enfrente carraspea.',
  },
  description: {
    en: `You hear it before you see it, around the two-hour mark, through cloud forest: a door slammed in another house.

The climb is steep and made of sand. It gains 1,200 metres in some five hours, through maize fields, then dripping oaks, then pine, and there is no elegant way to do it. Lesbia Xicay sets a pace that feels too slow until you notice that nobody has stopped. Camp is a wooden platform with tents that stay up all season, facing south, so that you can lie in your sleeping bag with the flap open and watch Fuego throw stones at the sky.

At half past three those who like go on to the summit, 3,976 metres, for sunrise over everything to the Pacific. Those who do not have hot chocolate in bed.`,
    es: `Primero se oye, a las dos horas, entre el bosque nuboso: como un portazo en otra casa.

La subida es empinada y de arena. Son 1,200 metros de desnivel en unas cinco horas, por milpa, luego encinos que gotean, luego pino, y no hay forma elegante de hacerlo. Lesbia Xicay pone un paso que parece demasiado lento hasta que uno nota que nadie ha parado. El campamento es una tarima de madera con carpas fijas toda la temporada, viendo al sur: desde la bolsa de dormir, con la puerta abierta, se mira al Fuego aventar piedras al cielo.

A las tres y media, el que quiera sigue a la cumbre, 3,976 metros, y ve amanecer sobre todo lo que hay hasta el Pacífico. El que no, toma chocolate acostado.`,
  },
  itinerary: {
    en: [
      {
        at: '08:00',
        text: 'Day one: gear check in Antigua. Coats, gloves and packs are lent, and repacked if needed.',
      },
      { at: '10:00', text: 'La Soledad, 2,400 m. First hour is the worst hour.' },
      { at: '12:30', text: 'Lunch where the oaks begin.' },
      { at: '15:30', text: 'Camp, 3,600 m. Tea. Nothing to do but look.' },
      { at: '18:30', text: 'Stew, wine in tin cups, the first red in the dark.' },
      { at: '03:45', text: 'Day two: to the summit by torch, ninety minutes, optional.' },
      { at: '05:50', text: 'Sunrise. On clear days the shadow of the volcano lies on the sea.' },
      { at: '07:30', text: 'Porridge, then down in half the time, on the same sand.' },
      { at: '12:00', text: 'Antigua, a shower at our office, a dry shirt.' },
    ],
    es: [
      {
        at: '08:00',
        text: 'Día uno: revisión de equipo en La Antigua. Prestamos chumpas, guantes y mochilas, y reempacamos si hace falta.',
      },
      { at: '10:00', text: 'La Soledad, 2,400 m. La primera hora es la peor.' },
      { at: '12:30', text: 'Almuerzo donde empiezan los encinos.' },
      { at: '15:30', text: 'Campamento, 3,600 m. Té. Nada que hacer más que mirar.' },
      { at: '18:30', text: 'Caldo, vino en pocillo y el primer rojo en lo oscuro.' },
      { at: '03:45', text: 'Día dos: a la cumbre con linterna, hora y media, opcional.' },
      { at: '05:50', text: 'Amanecer. Si está claro, la sombra del volcán se acuesta en el mar.' },
      { at: '07:30', text: 'Mosh, y para abajo en la mitad del tiempo por la misma arena.' },
      { at: '12:00', text: 'La Antigua, ducha en la oficina, camisa seca.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Tres Volcanes, Antigua office',
      address: '1a Avenida Norte 22, Antigua Guatemala',
      hint: 'The door with three chalk triangles. Have eaten breakfast.',
    },
    es: {
      name: 'Tres Volcanes, oficina de La Antigua',
      address: '1a Avenida Norte 22, Antigua Guatemala',
      hint: 'La puerta con tres triángulos de tiza. Venga desayunado.',
    },
  },
  included: {
    en: [
      'Van to La Soledad and back',
      'Two guides for every ten walkers',
      'Tent, mat, bag rated to −10 °C',
      'Warm clothes on loan',
      'Four meals',
      'Park fee',
    ],
    es: [
      'Bus a La Soledad y regreso',
      'Dos guías por cada diez caminantes',
      'Carpa, colchoneta y bolsa para −10 °C',
      'Ropa de abrigo prestada',
      'Cuatro tiempos de comida',
      'Entrada al parque',
    ],
  },
  notIncluded: {
    en: [
      'A porter for your pack (Q250 each way, paid to him)',
      'A walking stick, Q10 from the children at the trailhead',
    ],
    es: ['Porteador para su mochila (Q250 por tramo, se le paga a él)', 'Bordón, Q10 con los niños de la entrada'],
  },
  goodToKnow: {
    en: [
      'From 14. You should be able to climb stairs for an hour without speaking of it.',
      'Sleep at least two nights in Antigua first; headaches at camp are the altitude, and Lesbia will take you down if they grow.',
      'Minus five at night from December to February. In the rains Fuego can hide for the whole trip.',
      'If the volcano agency raises the alert, we do not go, and you are refunded in full whatever the policy says.',
      'We do not cross to Fuego’s own ridge. Others do.',
    ],
    es: [
      'Desde 14 años. Hay que poder subir gradas una hora sin comentarlo.',
      'Duerma antes dos noches en La Antigua; el dolor de cabeza arriba es la altura, y si crece Lesbia lo baja.',
      'De diciembre a febrero, cinco bajo cero por la noche. En invierno (época de lluvia) el Fuego puede no asomarse.',
      'Si INSIVUMEH sube la alerta no salimos y se le devuelve todo, diga lo que diga la política.',
      'Nosotros no cruzamos al filo del Fuego. Otros sí.',
    ],
  },
  policy: { kind: 'strict' },
  options: [
    {
      code: 'overnight',
      title: { en: 'Two days, one night', es: 'Dos días, una noche' },
      durationMinutes: 1680,
      cutoffMinutes: 1200,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 78000, seatsPerUnit: 1, ageMin: 18 },
        {
          type: 'YOUTH',
          title: { en: 'Ages 14–17, with a parent', es: 'De 14 a 17, con mamá o papá' },
          priceMinor: 78000,
          seatsPerUnit: 1,
          ageMin: 14,
          ageMax: 17,
          accompanied: true,
        },
      ],
      schedules: [
        {
          season: { from: '11-01', to: '04-30' },
          weekdays: [1, 3, 5, 6],
          times: ['08:00'],
          capacity: 20,
          closed: ['12-24', '12-31'],
        },
        { season: { from: '05-01', to: '10-31' }, weekdays: [3, 6], times: ['08:00'], capacity: 10 },
      ],
    },
  ],
  reviews: [
    {
      author: 'Mads',
      rating: 5,
      locale: 'en',
      text: 'At 02:10 it woke the whole camp and lit the inside of the tent. Nobody complained.',
      party: 2,
      monthsAgo: 2,
    },
    {
      author: 'Gaby Urrutia',
      rating: 5,
      locale: 'es',
      text: 'Lloré subiendo y lloré arriba, por razones distintas. Lesbia es una santa con bastones.',
      party: 3,
      monthsAgo: 3,
    },
    {
      author: 'Peter N.',
      rating: 3,
      locale: 'en',
      text: 'Thirty hours inside a cloud in July. They warned us, the food was hot, the guides were cheerful. We heard it eleven times and saw it never.',
      party: 2,
      monthsAgo: 8,
      reply:
        'July is a gamble, Peter, and you took it with humour. Your names are on the list for a walk-on place in the dry season, half price.',
    },
    {
      author: 'Josefina Lam',
      rating: 4,
      locale: 'es',
      text: 'Lleven doble calceta. La bolsa de dormir sí calienta; el camino al baño, no.',
      party: 4,
      monthsAgo: 5,
    },
    {
      author: 'R. Haddad',
      rating: 5,
      locale: 'en',
      text: 'I turned round at noon with a bad knee. A guide came down with me, carried my pack and pretended he had wanted to go home anyway.',
      party: 2,
      monthsAgo: 10,
    },
  ],
  pictures: [
    {
      kind: 'volcano-lake',
      time: 'night',
      palette: 'terracotta',
      alt: {
        en: 'A volcano against a dark red sky, a boat on the water far below',
        es: 'Un volcán contra un cielo rojo oscuro y una lancha en el agua, muy abajo',
      },
    },
    {
      kind: 'night-sky-camp',
      time: 'night',
      palette: 'rosa',
      alt: { en: 'Tents and a fire under the Milky Way', es: 'Carpas y una fogata bajo la Vía Láctea' },
    },
    {
      kind: 'mountain-trail',
      time: 'golden',
      palette: 'cenote',
      alt: {
        en: 'A trail winds through conifers towards high peaks',
        es: 'Una vereda sube entre coníferas hacia los picos',
      },
    },
    {
      kind: 'volcano-lake',
      time: 'dawn',
      palette: 'maize',
      alt: {
        en: 'First sun on the volcanoes and a lake between them',
        es: 'Primer sol en los volcanes y un lago entre ellos',
      },
    },
  ],
} satisfies DemoExperience
