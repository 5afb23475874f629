import type { DemoExperience } from '../types.ts'

export default {
  slug: 'calakmul-two-days',
  provider: 'camino-blanco',
  place: 'calakmul',
  category: 'ruins',
  currency: 'MXN',
  latitude: 18.1053,
  longitude: -89.8109,
  languages: ['es', 'en'],
  title: { en: 'Calakmul, two days', es: 'Calakmul en dos días' },
  summary: {
    en: 'Sleep at the forest’s edge, be on top of Structure II when the howlers start, and watch three million bats leave.',
    es: 'Duermes al borde de la selva, subes a la Estructura II con los saraguatos y ves salir a tres millones de murciélagos.',
  },
  description: {
    en: `Calakmul was the rival Tikal could not get rid of. Today it is sixty kilometres of forest road away from anything, and that road is the reason to give it two days: half of what you will see crosses it.

Day one is slow and ends with the bats. They come out of the ground at Kilometre 106 at dusk, a spiral that takes twenty-five minutes to pass and sounds like rain starting. Dinner and bed at doña Leticia’s cabins in Xpujil, with fans and mosquito nets.

Day two begins at four. The biosphere gate opens at five for us and three other groups; the drive in is at 30 km/h, with the windows down and Damián naming what looks back. By seven you are on Structure II, forty-five metres up. On a clear day there is nothing but trees to Guatemala.`,
    es: `Calakmul fue el rival del que Tikal nunca pudo deshacerse. Hoy está a sesenta kilómetros de camino de selva de cualquier cosa, y ese camino es la razón para darle dos días: la mitad de lo que vas a ver lo cruza.

El primer día es lento y termina con los murciélagos. Salen de la tierra en el kilómetro 106 al oscurecer, una espiral que tarda veinticinco minutos en pasar y suena a que empieza a llover. Se cena y se duerme en las cabañas de doña Leticia, en Xpujil, con ventilador y pabellón.

El segundo empieza a las cuatro. La caseta de la biosfera abre a las cinco para nosotros y otros tres grupos; se entra a 30 por hora, con las ventanas abajo y Damián nombrando lo que nos voltea a ver. A las siete estás arriba de la Estructura II, a cuarenta y cinco metros. Si el día está claro, no hay más que árboles hasta Guatemala.`,
  },
  itinerary: {
    en: [
      { at: '12:00', text: 'Day one: lunch and introductions at doña Leticia’s in Xpujil.' },
      { at: '14:00', text: 'Becán, the city with a moat. You can walk through a building from one side to the other.' },
      { at: '17:30', text: 'To the bat cave, a short walk from the road. We sit on the rim, upwind.' },
      { at: '20:00', text: 'Dinner, maps on the table, early night.' },
      { at: '04:15', text: 'Day two: coffee, sandwiches, torches.' },
      { at: '05:00', text: 'Through the gate. Ocellated turkeys, grey foxes, once in a while a cat’s back.' },
      {
        at: '07:00',
        text: 'Structure II with the howler monkeys below. Then Structure I, the stelae, the ball court.',
      },
      { at: '11:30', text: 'A long breakfast out of the cool box, under a ramón tree.' },
      { at: '15:00', text: 'Back in Xpujil, in time for the 16:10 bus to Campeche or Chetumal.' },
    ],
    es: [
      { at: '12:00', text: 'Día uno: comida y presentaciones con doña Leticia, en Xpujil.' },
      { at: '14:00', text: 'Becán, la ciudad con foso. Hay un edificio que se atraviesa de lado a lado.' },
      {
        at: '17:30',
        text: 'A la cueva de los murciélagos, cerca de la carretera. Nos sentamos en el borde, a favor del viento.',
      },
      { at: '20:00', text: 'Cena, mapas en la mesa y a dormir temprano.' },
      { at: '04:15', text: 'Día dos: café, tortas, linternas.' },
      {
        at: '05:00',
        text: 'Pasamos la caseta. Pavos ocelados, zorras grises y, de vez en cuando, el lomo de un gato grande.',
      },
      {
        at: '07:00',
        text: 'Estructura II con los saraguatos abajo. Luego la Estructura I, las estelas y el juego de pelota.',
      },
      { at: '11:30', text: 'Almuerzo largo de hielera, bajo un árbol de ramón.' },
      { at: '15:00', text: 'De vuelta en Xpujil, a tiempo para el camión de las 16:10 a Campeche o Chetumal.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Cabañas Leticia',
      address: 'Federal road 186, km 153, Xpujil, Campeche',
      hint: 'Two hundred metres west of the ADO bus stop, a yellow wall with a painted tapir.',
    },
    es: {
      name: 'Cabañas Leticia',
      address: 'Carretera federal 186, km 153, Xpujil, Campeche',
      hint: 'A doscientos metros de la parada del ADO hacia el poniente, barda amarilla con un tapir pintado.',
    },
  },
  included: {
    en: [
      'Damián, archaeologist, both days',
      'All driving from Xpujil',
      'Bed in a cabin for one night',
      'Two lunches, dinner, coffee at four',
      'Entrances to Becán, Calakmul and the biosphere',
    ],
    es: [
      'Damián, arqueólogo, los dos días',
      'Todos los traslados desde Xpujil',
      'Una noche en cabaña',
      'Dos comidas, una cena y café a las cuatro',
      'Entradas a Becán, Calakmul y la biosfera',
    ],
  },
  notIncluded: {
    en: ['Travel to Xpujil', 'Beer', 'Mosquito repellent: bring plenty, it is the one thing the shop runs out of'],
    es: ['Llegar a Xpujil', 'Cerveza', 'Repelente: trae suficiente, es lo único que se acaba en la tienda'],
  },
  goodToKnow: {
    en: [
      'Between 10 and 12 km on foot in all, with climbs of up to 45 metres on tall steps. Good knees needed.',
      'From 12 years. Children are bored by nothing here except the drive.',
      'May is 40 °C. June to October it is green, wet and empty, and the bats may wait for a storm to pass.',
      'No telephone signal beyond the gate. We carry a satellite beacon.',
      'Rooms are twin or double; solo travelers get their own for MX$450, paid there.',
    ],
    es: [
      'De 10 a 12 km a pie en total, con subidas de hasta 45 metros por escalones altos. Se necesitan buenas rodillas.',
      'Desde 12 años. Aquí lo único que aburre a los chavos es el camino.',
      'En mayo hay 40 °C. De junio a octubre está verde, mojado y solo, y los murciélagos a veces esperan a que pase la tormenta.',
      'Pasando la caseta no hay señal. Llevamos baliza satelital.',
      'Los cuartos son dobles; si viajas solo, el tuyo aparte cuesta $450 y se paga ahí.',
    ],
  },
  policy: { kind: 'strict' },
  options: [
    {
      code: 'two-days',
      title: { en: 'Two days, one night', es: 'Dos días, una noche' },
      durationMinutes: 1620,
      cutoffMinutes: 1440,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 420000, seatsPerUnit: 1, ageMin: 18 },
        {
          type: 'YOUTH',
          title: { en: 'Ages 12–17, sharing with you', es: 'De 12 a 17, en tu cuarto' },
          priceMinor: 340000,
          seatsPerUnit: 1,
          ageMin: 12,
          ageMax: 17,
          accompanied: true,
        },
      ],
      schedules: [
        {
          season: { from: '11-15', to: '05-31' },
          weekdays: [3, 6],
          times: ['12:00'],
          capacity: 8,
          closed: ['12-23', '12-24', '12-30', '12-31'],
        },
        { season: { from: '06-01', to: '11-14' }, weekdays: [6], times: ['12:00'], capacity: 6 },
      ],
    },
  ],
  reviews: [
    {
      author: 'Iker Zubiri',
      rating: 5,
      locale: 'es',
      text: 'Vimos un jaguarundi, dos tucanes y a un señor de Campeche llorar en la Estructura II. El señor era yo.',
      party: 2,
      monthsAgo: 2,
    },
    {
      author: 'Caroline M.',
      rating: 5,
      locale: 'en',
      text: 'The bats alone. You feel the air of them on your face.',
      party: 2,
      monthsAgo: 4,
    },
    {
      author: 'Stefan R.',
      rating: 3,
      locale: 'en',
      text: 'A superb guide and a superb site. The cabin was hot, the fan loud, and with a 04:15 start that matters. Worth saying more plainly that it is simple.',
      party: 1,
      monthsAgo: 11,
      reply:
        'It is simple, and May is the hardest month for it. Doña Leticia has changed the fans. Thank you for the kind words to Damián.',
    },
    {
      author: 'Ana Karen',
      rating: 5,
      locale: 'es',
      text: 'Lleven más agua de la que creen y menos ropa de la que empacaron.',
      party: 4,
      monthsAgo: 6,
    },
    {
      author: 'J. Petrov',
      rating: 4,
      locale: 'en',
      text: 'No cats for us, which he said on the first evening was likely. Turkeys like stained glass. The bus back does leave at 16:10 sharp.',
      party: 2,
      monthsAgo: 13,
    },
  ],
  pictures: [
    {
      kind: 'sunrise-pyramid',
      time: 'dawn',
      palette: 'jade',
      alt: {
        en: 'Two pyramids stand out of the jungle, the sun rising between them',
        es: 'Dos pirámides salen de la selva y el sol nace entre ellas',
      },
    },
    {
      kind: 'temple-tall',
      time: 'dusk',
      palette: 'terracotta',
      alt: {
        en: 'A tall temple over dark trees under a red evening sky',
        es: 'Un templo alto sobre árboles oscuros bajo un cielo rojo de tarde',
      },
    },
    {
      kind: 'night-sky-telescope',
      time: 'night',
      palette: 'jade',
      alt: {
        en: 'People on a hill look up at the Milky Way over black forest',
        es: 'Gente en un cerro mira la Vía Láctea sobre la selva negra',
      },
    },
    {
      kind: 'temple-broad',
      time: 'dawn',
      palette: 'cenote',
      alt: {
        en: 'Mist along the foot of a broad pyramid at daybreak',
        es: 'Niebla al pie de una pirámide ancha al clarear',
      },
    },
  ],
} satisfies DemoExperience
