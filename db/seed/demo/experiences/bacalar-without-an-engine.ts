import type { DemoExperience } from '../types.ts'

export default {
  slug: 'bacalar-without-an-engine',
  provider: 'agua-quieta',
  place: 'bacalar',
  category: 'water',
  currency: 'MXN',
  latitude: 18.6768,
  longitude: -88.3869,
  languages: ['es', 'en'],
  title: { en: 'Bacalar without an engine', es: 'Bacalar sin motor' },
  summary: {
    en: 'A small wooden sailboat, seven kinds of blue, and stromatolites older than fish seen from the side of it.',
    es: 'Un velero chico de madera, siete azules y, por la borda, estromatolitos más viejos que los peces.',
  },
  description: {
    en: `The lagoon rests on Wednesdays. So do we.

On the other six days Nohoch Ich goes out twice: a nine-metre sloop with a cotton awning, no motor, and a paddle for when the wind forgets. Maya Villanueva sails her alone with one hand and cuts mango with the other. You go down the middle of the lagoon to the Pirates’ Channel, where the bottom drops from knee to ninety metres in the length of the boat and the colour goes with it.

At Cocalitos you look, from the deck, at grey cushions in the shallows. They are alive, they grow a few millimetres in ten years, and feet kill them; half of what there was is gone. Swimming is at a sandbank where there is nothing to break.`,
    es: `Los miércoles la laguna descansa. Nosotros también.

Los otros seis días el Nohoch Ich sale dos veces: nueve metros de madera, toldo de manta, sin motor y con un remo para cuando al viento se le olvida. Maya Villanueva lo lleva sola con una mano y con la otra parte mango. Se baja por el centro de la laguna hasta el Canal de los Piratas, donde el fondo pasa de la rodilla a noventa metros en lo que mide el barco, y el color se va con él.

En Cocalitos se ven, desde cubierta, unos cojines grises en la orilla. Están vivos, crecen unos milímetros cada diez años y los pies los matan; ya se perdió la mitad. Se nada en un banco de arena, donde no hay nada que romper.`,
  },
  itinerary: {
    en: [
      { at: '15:30', text: 'Barefoot aboard at the municipal jetty. Shoes in the crate.' },
      { at: '16:00', text: 'Under sail, south past the Cenote Negro, where the blue goes black.' },
      { at: '16:40', text: 'The stromatolites, from the deck.' },
      { at: '17:10', text: 'Anchor on the sandbank in the Pirates’ Channel. Swim, mango, ceviche of hearts of palm.' },
      { at: '18:20', text: 'Home on whatever wind is left.' },
    ],
    es: [
      { at: '15:30', text: 'Descalzos a bordo en el muelle municipal. Los zapatos, a la caja.' },
      { at: '16:00', text: 'A vela hacia el sur, por el Cenote Negro, donde el azul se hace noche.' },
      { at: '16:40', text: 'Los estromatolitos, desde cubierta.' },
      { at: '17:10', text: 'Ancla en el banco de arena del Canal de los Piratas. Nadar, mango, ceviche de palmito.' },
      { at: '18:20', text: 'De regreso con el viento que quede.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Muelle municipal',
      address: 'Avenida Costera and Calle 18, Bacalar',
      hint: 'Below the fort. The only mast without a propeller under it.',
    },
    es: {
      name: 'Muelle municipal',
      address: 'Avenida Costera con calle 18, Bacalar',
      hint: 'Abajo del fuerte. El único mástil sin hélice.',
    },
  },
  included: {
    en: ['Sail with Maya and a deckhand', 'Vests and two masks to share', 'Fruit, ceviche and water'],
    es: ['Paseo con Maya y un marinero', 'Chalecos y dos visores para compartir', 'Fruta, ceviche y agua'],
  },
  notIncluded: {
    en: ['Alcohol. You may bring two cans each; no glass'],
    es: ['Alcohol. Puedes traer dos latas por persona; vidrio no'],
  },
  goodToKnow: {
    en: [
      'No wind, no motor: twice a year we come home by paddle and an hour late.',
      'Sunscreen is not allowed on this water at all. Hats and sleeves.',
      'There is no toilet aboard. The jetty has one.',
      'Babies sail on a lap, in a vest we provide from 8 kg.',
    ],
    es: [
      'Sin viento no hay motor: dos veces al año volvemos a remo y con una hora de retraso.',
      'En esta agua no se permite bloqueador de ninguno. Sombrero y manga larga.',
      'A bordo no hay baño. En el muelle sí.',
      'Los bebés van en brazos, con un chaleco nuestro desde 8 kg.',
    ],
  },
  policy: { kind: 'moderate' },
  options: [
    {
      code: 'afternoon',
      title: { en: 'Afternoon into dusk', es: 'De la tarde al anochecer' },
      durationMinutes: 210,
      cutoffMinutes: 90,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 105000, seatsPerUnit: 1, ageMin: 12 },
        {
          type: 'CHILD',
          title: { en: 'Child 3–11', es: 'De 3 a 11 años' },
          priceMinor: 70000,
          seatsPerUnit: 1,
          ageMin: 3,
          ageMax: 11,
          accompanied: true,
        },
        {
          type: 'INFANT',
          title: { en: 'Under 3, on your lap', es: 'Menor de 3, en brazos' },
          priceMinor: 0,
          seatsPerUnit: 0,
          ageMin: 0,
          ageMax: 2,
          max: 2,
          accompanied: true,
        },
      ],
      schedules: [{ weekdays: [1, 2, 4, 5, 6, 7], times: ['15:30'], capacity: 7, closed: ['12-25', '01-01'] }],
    },
    {
      code: 'sunrise',
      title: { en: 'Sunrise, with coffee', es: 'Amanecer, con café' },
      durationMinutes: 150,
      cutoffMinutes: 720,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 92000, seatsPerUnit: 1, ageMin: 12 },
        {
          type: 'CHILD',
          title: { en: 'Child 6–11', es: 'De 6 a 11 años' },
          priceMinor: 62000,
          seatsPerUnit: 1,
          ageMin: 6,
          ageMax: 11,
          accompanied: true,
        },
      ],
      schedules: [
        {
          season: { from: '11-01', to: '06-30' },
          weekdays: [1, 2, 4, 5, 6, 7],
          times: ['06:00'],
          capacity: 7,
          closed: ['12-25', '01-01'],
        },
      ],
    },
  ],
  reviews: [
    {
      author: 'Sofía Arjona',
      rating: 5,
      locale: 'es',
      text: 'El silencio. Luego el mango. Luego otra vez el silencio.',
      party: 2,
      monthsAgo: 1,
    },
    {
      author: 'Craig',
      rating: 3,
      locale: 'en',
      text: 'No wind at all on our day. Pretty, but two hours of sitting in the sun, and the paddle is not a joke.',
      party: 2,
      monthsAgo: 4,
      reply: 'It was the stillest Thursday of the year, Craig. Thank you for taking a turn at the paddle.',
    },
    {
      author: 'Élodie P.',
      rating: 5,
      locale: 'en',
      text: 'At sunrise the lagoon has no line between it and the sky. I was cold, wrapped in a sail bag, perfectly happy.',
      party: 2,
      monthsAgo: 5,
    },
    {
      author: 'Beto Lomelí',
      rating: 5,
      locale: 'es',
      text: 'Maya le explicó los estromatolitos a mi hijo con un pan duro. Le quedó clarísimo, y a mí.',
      party: 3,
      monthsAgo: 8,
    },
  ],
  pictures: [
    {
      kind: 'sailing-heel',
      time: 'golden',
      palette: 'cenote',
      alt: {
        en: 'A small sailboat leans on wide blue water with the sun low behind',
        es: 'Un velero chico se inclina sobre el agua azul, con el sol bajo detrás',
      },
    },
    {
      kind: 'sailing-deck',
      time: 'day',
      palette: 'jade',
      alt: {
        en: 'Looking forward along a wooden deck under full sail',
        es: 'La vista hacia proa por una cubierta de madera con la vela llena',
      },
    },
    {
      kind: 'sailing-heel',
      time: 'dawn',
      palette: 'rosa',
      alt: {
        en: 'One sail near, others far off, on water the colour of the sky',
        es: 'Una vela cerca y otras lejos, en un agua del color del cielo',
      },
    },
    {
      kind: 'mangrove-kayak',
      time: 'dusk',
      palette: 'rosa',
      alt: {
        en: 'Mangroves in silhouette, the sun going down between them',
        es: 'Mangles a contraluz y el sol que se mete entre ellos',
      },
    },
  ],
} satisfies DemoExperience
