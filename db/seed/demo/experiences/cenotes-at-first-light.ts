import type { DemoExperience } from '../types.ts'

export default {
  slug: 'cenotes-at-first-light',
  provider: 'taller-ceiba',
  place: 'valladolid',
  category: 'water',
  currency: 'MXN',
  latitude: 20.6897,
  longitude: -88.2017,
  languages: ['es', 'en', 'yua'],
  title: { en: 'Cenotes at first light', es: 'Cenotes con la primera luz' },
  summary: {
    en: 'Two cenotes on family land before anyone else arrives, and breakfast in the yard afterwards.',
    es: 'Dos cenotes en tierra de familia antes de que llegue nadie, y el desayuno después, en el solar.',
  },
  description: {
    en: `We leave before the town has had its coffee, so that you are in the water when the first beam drops through the roof of the cave.

Two cenotes on the land of three families near Chichimilá, before anyone else arrives. Itzel Canul grew up beside the second one; she explains why swallows mean clean water, where the bats sleep, and how to float without stirring the silt. There is one flat boat, pulled along a rope by hand, for those who would rather look than swim.

Breakfast after: recado, eggs, oranges from the yard.`,
    es: `Salimos antes de que el pueblo tome café, para que estés en el agua cuando el primer rayo baje por el techo de la cueva.

Son dos cenotes en los terrenos de tres familias, cerca de Chichimilá, y a esa hora no hay nadie. Itzel Canul creció junto al segundo: te cuenta por qué las golondrinas avisan que el agua está limpia, dónde duermen los murciélagos y cómo flotar sin levantar el fondo. Para quien prefiere ver que nadar hay una lancha plana que se jala a mano por una cuerda.

Después se desayuna: huevos, recado y naranjas del solar.`,
  },
  itinerary: {
    en: [
      {
        at: '06:30',
        text: 'We leave the park in Valladolid in our van. It is twelve minutes to Chichimilá, then a white track.',
      },
      { at: '07:00', text: 'A cold rinse, vests, and the eleven steps down to the first cenote. Nobody jumps yet.' },
      { at: '07:45', text: 'Between a quarter to eight and eight the beam reaches the water. We stop talking.' },
      {
        at: '08:30',
        text: 'Four hundred metres on foot to the second cenote, wider and half open, with the rope boat.',
      },
      { at: '09:45', text: 'Breakfast at the Canul family’s table under the orange trees.' },
      { at: '10:30', text: 'Back at the park.' },
    ],
    es: [
      {
        at: '06:30',
        text: 'Salimos del parque de Valladolid en nuestra camioneta. Son doce minutos a Chichimilá y luego terracería.',
      },
      {
        at: '07:00',
        text: 'Regadera fría, chalecos y los once escalones del primer cenote. Todavía nadie se avienta.',
      },
      { at: '07:45', text: 'Entre cuarto para las ocho y las ocho el rayo toca el agua. Ahí nos callamos todos.' },
      {
        at: '08:30',
        text: 'Cuatrocientos metros a pie hasta el segundo cenote, más ancho y medio abierto, con su lancha de cuerda.',
      },
      { at: '09:45', text: 'Desayuno en la mesa de la familia Canul, bajo los naranjos.' },
      { at: '10:30', text: 'De vuelta en el parque.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'North corner of the park',
      address: 'Calle 41 and 42, Centro, Valladolid, Yucatán',
      hint: 'Look for the jade flag on the white van, in front of the shuttered ice-cream parlour.',
    },
    es: {
      name: 'Esquina norte del parque',
      address: 'Calle 41 con 42, Centro, Valladolid, Yucatán',
      hint: 'Busca la bandera verde jade en la camioneta blanca, frente a la nevería cerrada.',
    },
  },
  included: {
    en: [
      'Van there and back',
      'Life vests in every size, from 3 years',
      'Entrance to both cenotes',
      'Breakfast, vegetarian if you tell us',
      'A towel, if yours is still wet from yesterday',
    ],
    es: [
      'Camioneta de ida y vuelta',
      'Chalecos de todas las tallas, desde 3 años',
      'Entrada a los dos cenotes',
      'Desayuno, vegetariano si nos avisas',
      'Toalla, por si la tuya sigue mojada de ayer',
    ],
  },
  notIncluded: {
    en: ['Swim shoes (rent for MX$60)', 'Photos: bring your own camera, no drones'],
    es: ['Zapatos de agua (se rentan en $60)', 'Fotos: trae tu cámara; drones no'],
  },
  goodToKnow: {
    en: [
      'You should be at ease in deep water; a vest is worn by everyone under 13 and anyone who likes.',
      'No sunscreen or repellent before the swim, not even the biodegradable kind. There is no sun down there.',
      'Eleven steps with a rail on both sides at the first cenote, twenty-six at the second. Not possible with a wheelchair.',
      'The water is 25 °C all year. Rain does not stop us; lightning does, and then you get everything back.',
    ],
    es: [
      'Hay que sentirse tranquilo en agua profunda. El chaleco es obligatorio para menores de 13 años y libre para los demás.',
      'Nada de bloqueador ni repelente antes de nadar, ni biodegradable. Allá abajo no pega el sol.',
      'Once escalones con barandal de los dos lados en el primero, veintiséis en el segundo. No se puede bajar en silla de ruedas.',
      'El agua está a 25 °C todo el año. La lluvia no nos detiene; los rayos sí, y entonces se te devuelve todo.',
    ],
  },
  policy: { kind: 'flexible' },
  options: [
    {
      code: 'first-light',
      title: { en: 'First light', es: 'Primera luz' },
      durationMinutes: 240,
      cutoffMinutes: 720,
      units: [
        {
          type: 'ADULT',
          title: { en: 'Adult', es: 'Adulto' },
          priceMinor: 145000,
          seatsPerUnit: 1,
          ageMin: 13,
          max: 12,
        },
        {
          type: 'CHILD',
          title: { en: 'Child 6–12', es: 'Niño de 6 a 12' },
          priceMinor: 98000,
          seatsPerUnit: 1,
          ageMin: 6,
          ageMax: 12,
          max: 8,
          accompanied: true,
        },
      ],
      schedules: [
        {
          weekdays: [1, 2, 3, 4, 5, 6, 7],
          times: ['06:30'],
          capacity: 12,
          closed: ['12-25', '01-01', '11-01', '11-02'],
        },
      ],
    },
    {
      code: 'morning',
      title: { en: 'Morning', es: 'Mañana' },
      durationMinutes: 240,
      cutoffMinutes: 120,
      units: [
        {
          type: 'ADULT',
          title: { en: 'Adult', es: 'Adulto' },
          priceMinor: 129000,
          seatsPerUnit: 1,
          ageMin: 13,
          max: 12,
        },
        {
          type: 'CHILD',
          title: { en: 'Child 6–12', es: 'Niño de 6 a 12' },
          priceMinor: 89000,
          seatsPerUnit: 1,
          ageMin: 6,
          ageMax: 12,
          max: 8,
          accompanied: true,
        },
        {
          type: 'INFANT',
          title: { en: 'Little one 3–5, in the rope boat', es: 'Pequeño de 3 a 5, en la lancha' },
          priceMinor: 30000,
          seatsPerUnit: 1,
          ageMin: 3,
          ageMax: 5,
          max: 3,
          accompanied: true,
        },
      ],
      schedules: [
        {
          weekdays: [1, 2, 3, 4, 5, 6, 7],
          times: ['09:00'],
          capacity: 12,
          closed: ['12-25', '01-01', '11-01', '11-02'],
        },
      ],
    },
    {
      code: 'afternoon',
      title: { en: 'Afternoon', es: 'Tarde' },
      durationMinutes: 210,
      cutoffMinutes: 120,
      units: [
        {
          type: 'ADULT',
          title: { en: 'Adult', es: 'Adulto' },
          priceMinor: 119000,
          seatsPerUnit: 1,
          ageMin: 13,
          max: 8,
        },
        {
          type: 'CHILD',
          title: { en: 'Child 6–12', es: 'Niño de 6 a 12' },
          priceMinor: 82000,
          seatsPerUnit: 1,
          ageMin: 6,
          ageMax: 12,
          max: 6,
          accompanied: true,
        },
      ],
      schedules: [
        { season: { from: '03-15', to: '10-15' }, weekdays: [2, 4, 5, 6, 7], times: ['15:30'], capacity: 8 },
        {
          season: { from: '10-16', to: '03-14' },
          weekdays: [5, 6, 7],
          times: ['14:30'],
          capacity: 8,
          closed: ['12-25', '01-01', '11-01', '11-02'],
        },
      ],
    },
  ],
  reviews: [
    {
      author: 'Marit O.',
      rating: 5,
      locale: 'en',
      text: 'The light came at 07:52 and nobody spoke. Then Itzel laughed, and we all did.',
      party: 4,
      monthsAgo: 1,
    },
    {
      author: 'Joana F.',
      rating: 5,
      locale: 'en',
      text: 'We were five on different cards and one of us late. The seats stayed ours.',
      party: 5,
      monthsAgo: 2,
    },
    {
      author: 'Héctor Salinas',
      rating: 5,
      locale: 'es',
      text: 'Mi papá tiene 71 y se quedó en la lancha de cuerda con su café. Dice que fue lo mejor del viaje, y no se mojó ni los pies.',
      party: 3,
      monthsAgo: 4,
    },
    {
      author: 'Grace Okoro',
      rating: 4,
      locale: 'en',
      text: 'Worth the alarm. The van’s air conditioning was set for penguins on the way back, with wet hair. Bring a dry shirt.',
      party: 2,
      monthsAgo: 5,
      reply: 'Fair. There is now a box of dry towels by the door, and Rubén has been told about penguins.',
    },
    {
      author: 'Citlali R.',
      rating: 5,
      locale: 'es',
      text: 'Wilberth saluda al cenote en maya antes de entrar y te enseña a decirlo. Mi hija de 8 lo repite en la regadera.',
      party: 4,
      monthsAgo: 7,
    },
    {
      author: 'Piet V.',
      rating: 3,
      locale: 'en',
      text: 'Beautiful place, but it rained the night before and the water was milky, so no beam and little to see underwater. Honest of them to say so at breakfast; I would have liked to hear it at the park.',
      party: 2,
      monthsAgo: 9,
      reply:
        'You are right, Piet. Since then we walk down at six and write to everyone before the van leaves. You can move your date for free.',
    },
  ],
  pictures: [
    {
      kind: 'cenote',
      time: 'dawn',
      palette: 'jade',
      alt: {
        en: 'Swimmers in a round cenote as early light falls through a hole in the roof',
        es: 'Nadadores en un cenote redondo mientras la primera luz entra por un hueco del techo',
      },
    },
    {
      kind: 'cenote',
      time: 'golden',
      palette: 'maize',
      alt: {
        en: 'Vines hang from the opening of the cave, the rock gold above blue water',
        es: 'Bejucos que cuelgan de la boca de la cueva, con la piedra dorada sobre el agua azul',
      },
    },
    {
      kind: 'cenote',
      time: 'day',
      palette: 'cenote',
      alt: {
        en: 'Somebody stands on a ledge above still blue water under pale limestone',
        es: 'Alguien de pie en una repisa sobre el agua azul y quieta, bajo la piedra clara',
      },
    },
    {
      kind: 'kitchen',
      time: 'dawn',
      palette: 'maize',
      alt: {
        en: 'Clay pots along a tiled kitchen wall, morning in the window',
        es: 'Ollas de barro junto a la pared de azulejos de una cocina, con la mañana en la ventana',
      },
    },
  ],
} satisfies DemoExperience
