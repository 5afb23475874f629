import type { DemoExperience } from '../types.ts'

export default {
  slug: 'a-bowl-of-tea-in-yanaka',
  provider: 'kissaten-walks',
  place: 'tokyo',
  category: 'workshop',
  currency: 'JPY',
  latitude: 35.7265,
  longitude: 139.7676,
  languages: ['en', 'ja'],
  title: { en: 'A bowl of tea in Yanaka', es: 'Un tazón de té en Yanaka' },
  summary: {
    en: 'Grind the leaf on a stone mill, whisk it, drink it and repair a chipped bowl, in a wooden house from 1926.',
    es: 'Muele la hoja en un molino de piedra, bátela, bébela y repara un tazón, en una casa de madera de 1926.',
  },
  description: {
    en: 'Yanaka was spared by the 1923 earthquake and again in 1945, so the lanes still bend. The house belongs to Mrs Okubo, who taught tea for thirty years and stopped, she says, when pupils began to photograph the sweets instead of eating them.\n\nShe has started again, with four people at a time and no costumes. You turn the mill yourself: forty slow turns for one bowl, and you will know by the smell if you go too fast. Then the whisk, the wrist, the foam.\n\nIn the second half each of you mends a cracked cup with urushi putty and brass powder. It dries for two weeks; we send it on.',
    es: 'Yanaka se salvó del terremoto de 1923 y otra vez en 1945, y por eso sus callejones todavía dan vueltas. La casa es de la señora Okubo, que enseñó té treinta años y lo dejó, dice, cuando los alumnos empezaron a fotografiar los dulces en lugar de comérselos.\n\nHa vuelto a empezar, con cuatro personas a la vez y sin disfraces. El molino lo giras tú: cuarenta vueltas lentas para un tazón, y si vas rápido lo notas en el olor. Luego viene el batidor, la muñeca, la espuma.\n\nEn la segunda mitad cada quien repara una taza rajada con pasta de urushi y polvo de latón. Tarda dos semanas en secar; nosotros te la mandamos.',
  },
  itinerary: {
    en: [
      {
        at: '10:00',
        text: 'Walk from Nippori through the cemetery lane to the house, ten minutes, mostly under cherry trees.',
      },
      { at: '10:20', text: 'Shoes off, hands washed at the stone basin. The mill goes round.' },
      { at: '11:00', text: 'Sweets first, then your bowl. You serve the person on your left.' },
      { at: '11:35', text: 'Brass joinery: choose a broken cup, fit the pieces, wipe, wait.' },
      { at: '12:30', text: 'Barley tea on the step. Mrs Okubo’s cat inspects the shoes.' },
    ],
    es: [
      {
        at: '10:00',
        text: 'Caminata desde Nippori por el callejón del cementerio, diez minutos, casi todo bajo cerezos.',
      },
      { at: '10:20', text: 'Zapatos afuera y manos limpias en la pila de piedra. Empieza a girar el molino.' },
      { at: '11:00', text: 'Primero el dulce, luego tu tazón. Le sirves a quien está a tu izquierda.' },
      { at: '11:35', text: 'Reparación con latón: escoge una taza rota, une las piezas, limpia, espera.' },
      { at: '12:30', text: 'Té de cebada en el escalón. El gato de la señora Okubo revisa los zapatos.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Nippori station, west exit',
      address: 'Nishi-Nippori 2-chōme, Arakawa-ku, Tokyo',
      hint: 'Turn left out of the west gates and stop at the top of the slope, by the notice board with the railway map.',
    },
    es: {
      name: 'Estación Nippori, salida oeste',
      address: 'Nishi-Nippori 2-chōme, Arakawa-ku, Tokio',
      hint: 'Sal por la puerta oeste a la izquierda y espera en lo alto de la cuesta, junto al tablero con el mapa del tren.',
    },
  },
  included: {
    en: [
      'Tea, sweets and barley tea',
      'One cup to mend and the brass powder',
      'Posting the finished cup anywhere in the world',
      'An interpreter when Sōta is not teaching himself',
    ],
    es: [
      'Té, dulces y té de cebada',
      'Una taza para reparar y el polvo de latón',
      'El envío de la taza terminada a cualquier país',
      'Intérprete cuando no es Sōta quien enseña',
    ],
  },
  notIncluded: {
    en: ['Lunch; we can name three places within five minutes'],
    es: ['La comida; te decimos tres lugares a cinco minutos'],
  },
  goodToKnow: {
    en: [
      'You sit on tatami. A low stool is ready for anyone whose knees object; no need to ask twice.',
      'Raw urushi can irritate the skin. We use a cured putty and give everyone gloves.',
      'Two bowls of matcha are about one strong coffee.',
      'From 10 years of age.',
    ],
    es: [
      'Se sienta uno en tatami. Hay un banquito para quien lo necesite; no hace falta pedirlo dos veces.',
      'El urushi crudo puede irritar la piel. Usamos una pasta curada y damos guantes a todos.',
      'Dos tazones de matcha equivalen más o menos a un café cargado.',
      'Desde 10 años.',
    ],
  },
  policy: { kind: 'moderate' },
  options: [
    {
      code: 'tea-and-mending',
      title: { en: 'Tea and mending', es: 'Té y reparación' },
      durationMinutes: 165,
      cutoffMinutes: 960,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 12400, seatsPerUnit: 1, ageMin: 16 },
        {
          type: 'CHILD',
          title: { en: 'Child, 10 to 15', es: 'Joven, de 10 a 15' },
          priceMinor: 8800,
          seatsPerUnit: 1,
          ageMin: 10,
          ageMax: 15,
          accompanied: true,
        },
      ],
      schedules: [
        {
          season: { from: '03-15', to: '07-10' },
          weekdays: [2, 4, 7],
          times: ['10:00'],
          capacity: 4,
          closed: ['05-03', '05-04', '05-05'],
        },
        { season: { from: '09-05', to: '12-20' }, weekdays: [2, 4, 7], times: ['10:00'], capacity: 4 },
        {
          season: { from: '12-21', to: '03-14' },
          weekdays: [7],
          times: ['10:30'],
          capacity: 4,
          closed: ['12-28', '01-04'],
        },
      ],
    },
    {
      code: 'tea-only',
      title: { en: 'Tea only', es: 'Solo té' },
      durationMinutes: 75,
      cutoffMinutes: 360,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 6400, seatsPerUnit: 1, ageMin: 16 },
        {
          type: 'GROUP',
          title: { en: 'The room for yourselves, up to 4', es: 'La sala para ustedes, hasta 4' },
          priceMinor: 22000,
          seatsPerUnit: 4,
          max: 1,
        },
      ],
      schedules: [{ season: { from: '03-15', to: '12-20' }, weekdays: [6], times: ['14:00', '15:45'], capacity: 4 }],
    },
  ],
  reviews: [
    {
      author: 'Solveig Aune',
      rating: 5,
      locale: 'en',
      party: 2,
      monthsAgo: 2,
      text: 'My cup arrived in Bergen yesterday with a brass seam and a note in pencil: “Better than new, please use.” I use it every day.',
    },
    {
      author: 'Cayetana Ruiz',
      rating: 5,
      locale: 'es',
      party: 2,
      monthsAgo: 3,
      text: 'Cuarenta vueltas de molino parecen pocas hasta que llegas a la veinte. La señora Okubo se reía sin hacer ruido. Salí con las rodillas torcidas y muy contenta.',
    },
    {
      author: 'R. Whitlock',
      rating: 4,
      locale: 'en',
      party: 1,
      monthsAgo: 6,
      text: 'Honest and unshowy, which I had stopped hoping for. The mending felt slightly rushed after the calm of the tea.',
    },
  ],
  pictures: [
    {
      kind: 'tatami-room',
      time: 'day',
      palette: 'jade',
      alt: {
        en: 'A tatami room with a round window, an iron kettle and bowls on a low table',
        es: 'Una sala de tatami con ventana redonda, tetera de hierro y tazones en una mesa baja',
      },
    },
    {
      kind: 'tatami-room',
      time: 'golden',
      palette: 'maize',
      alt: {
        en: 'The tea room in late light, steam above the bowls',
        es: 'La sala de té con luz de tarde y vapor sobre los tazones',
      },
    },
    {
      kind: 'ceramics',
      time: 'day',
      palette: 'cenote',
      alt: {
        en: 'Shelves of bowls and jars above a worktable',
        es: 'Repisas de tazones y jarras sobre una mesa de trabajo',
      },
    },
  ],
} satisfies DemoExperience
