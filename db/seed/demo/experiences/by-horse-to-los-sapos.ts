import type { DemoExperience } from '../types.ts'

export default {
  slug: 'by-horse-to-los-sapos',
  provider: 'casa-guacamaya',
  place: 'copan-ruinas',
  category: 'nature',
  currency: 'HNL',
  latitude: 14.8396,
  longitude: -89.1572,
  languages: ['es', 'en'],
  title: { en: 'By horse to Los Sapos', es: 'A caballo a Los Sapos' },
  summary: {
    en: 'Across the river on small calm horses to a rock carved with toads, and lunch in the village of La Pintada.',
    es: 'Cruzar el río en caballos chiquitos y mansos hasta una piedra con sapos tallados, y comer en La Pintada.',
  },
  description: {
    en: `Reina’s horses are thirteen hands high and have opinions. Canela walks in front. Pirulí must not be last, or he sings.

You learn the reins in the yard, then ride out by the back lane, through the ford of the Río Copán (boots up), past tobacco sheds and maize. Los Sapos is a knee-high outcrop where somebody, long before the kings, cut frogs and a woman giving birth. Wilmer’s grandmother was taken there before each of her nine children; he tells it plainly.

From there the track climbs to La Pintada, a Ch’orti’ village of weavers and corn-husk dolls, for lunch with a view of the whole valley: ruins, river, town, in that order of age.`,
    es: `Los caballos de Reina son bajitos y tienen opiniones. Canela va adelante. Pirulí no puede ir de último porque canta.

En el corral se aprende la rienda; luego se sale por el callejón, se pasa el vado del río Copán (botas arriba) y se sigue entre galeras de tabaco y milpas. Los Sapos es una peña a la altura de la rodilla donde alguien, mucho antes de los reyes, labró ranas y una mujer pariendo. A la abuela de Wilmer la llevaban antes de cada uno de sus nueve hijos; él lo cuenta sin adornos.

De ahí la vereda sube a La Pintada, aldea ch’orti’ de tejedoras y muñecas de tusa, para almorzar con todo el valle a la vista: ruinas, río y pueblo, por orden de edad.`,
  },
  itinerary: {
    en: [
      { at: '08:30', text: 'Helmets, stirrups, a lap of the yard on your own.' },
      { at: '09:00', text: 'River ford and the lane of tobacco barns.' },
      { at: '10:00', text: 'Los Sapos. Horses rest; so do you.' },
      { at: '11:00', text: 'Up to La Pintada, the steep half hour.' },
      { at: '11:40', text: 'Lunch: beans, cuajada, tortillas. Dolls are made while you eat.' },
      { at: '13:30', text: 'Back at the stable. Brush your horse, if it lets you.' },
    ],
    es: [
      { at: '08:30', text: 'Cascos, estribos y una vuelta al corral por su cuenta.' },
      { at: '09:00', text: 'El vado y el callejón de las galeras.' },
      { at: '10:00', text: 'Los Sapos. Descansan los caballos y usted.' },
      { at: '11:00', text: 'Subida a La Pintada, la media hora empinada.' },
      { at: '11:40', text: 'Almuerzo: frijoles, cuajada, tortillas. Mientras come, hacen las muñecas.' },
      { at: '13:30', text: 'De vuelta en la caballeriza. Cepille su caballo, si se deja.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Casa Guacamaya stable',
      address: 'Barrio Buena Vista, two blocks uphill from Parque Central, Copán Ruinas',
      hint: 'Follow the smell of hay. Red gate; mind Pirulí’s head over it.',
    },
    es: {
      name: 'Caballeriza de Casa Guacamaya',
      address: 'Barrio Buena Vista, dos cuadras arriba del Parque Central, Copán Ruinas',
      hint: 'Siga el olor a zacate. Portón rojo; cuidado con la cabeza de Pirulí.',
    },
  },
  included: {
    en: [
      'Horse suited to you',
      'Helmet and half-chaps',
      'Wilmer in front, Reina or her nephew behind',
      'Lunch',
      'L 50 per guest to the village water fund',
    ],
    es: [
      'Caballo a su medida',
      'Casco y polainas',
      'Wilmer adelante, Reina o su sobrino atrás',
      'Almuerzo',
      'L 50 por persona para el agua de la aldea',
    ],
  },
  notIncluded: { en: ['Corn-husk dolls, from L 80'], es: ['Muñecas de tusa, desde L 80'] },
  goodToKnow: {
    en: [
      'Riders up to 90 kg. This is for the horses, and there is a mule for lunch boxes only.',
      'Beginners are the rule here. Nobody gallops.',
      'Long trousers, shoes with a small heel.',
      'If the river is above Canela’s belly we take the bridge, twenty minutes longer.',
      'From 7 years; small children are led on a rope.',
    ],
    es: [
      'Hasta 90 kg por jinete, por los caballos. La mula solo carga los almuerzos.',
      'Aquí casi todos son principiantes. Nadie galopa.',
      'Pantalón largo y zapato con tacón bajo.',
      'Si el río le pasa de la panza a Canela, vamos por el puente, veinte minutos más.',
      'Desde 7 años; los pequeños van de lazo.',
    ],
  },
  policy: { kind: 'flexible' },
  options: [
    {
      code: 'half-day',
      title: { en: 'Half a day with lunch', es: 'Medio día con almuerzo' },
      durationMinutes: 300,
      cutoffMinutes: 720,
      units: [
        {
          type: 'ADULT',
          title: { en: 'Rider from 14', es: 'Jinete desde 14 años' },
          priceMinor: 98000,
          seatsPerUnit: 1,
          ageMin: 14,
        },
        {
          type: 'CHILD',
          title: { en: 'Rider 7–13', es: 'Jinete de 7 a 13' },
          priceMinor: 72000,
          seatsPerUnit: 1,
          ageMin: 7,
          ageMax: 13,
          max: 3,
          accompanied: true,
        },
      ],
      schedules: [{ weekdays: [1, 2, 4, 5, 6, 7], times: ['08:30'], capacity: 6, closed: ['12-24', '12-25', '01-01'] }],
    },
    {
      code: 'short-afternoon',
      title: { en: 'To the river at four', es: 'Al río a las cuatro' },
      durationMinutes: 105,
      cutoffMinutes: 120,
      units: [
        {
          type: 'ADULT',
          title: { en: 'Rider from 14', es: 'Jinete desde 14 años' },
          priceMinor: 46000,
          seatsPerUnit: 1,
          ageMin: 14,
        },
        {
          type: 'CHILD',
          title: { en: 'Rider 5–13', es: 'Jinete de 5 a 13' },
          priceMinor: 38000,
          seatsPerUnit: 1,
          ageMin: 5,
          ageMax: 13,
          max: 3,
          accompanied: true,
        },
      ],
      schedules: [
        {
          season: { from: '11-01', to: '05-31' },
          weekdays: [4, 5, 6, 7],
          times: ['16:00'],
          capacity: 6,
          closed: ['12-24', '12-25', '01-01'],
        },
      ],
    },
  ],
  reviews: [
    {
      author: 'Birgit',
      rating: 5,
      locale: 'en',
      text: 'Pirulí sang. It was our fault, we stopped for a photograph.',
      party: 2,
      monthsAgo: 1,
    },
    {
      author: 'Doña Suyapa',
      rating: 5,
      locale: 'es',
      text: 'Llevé a tres nietos y regresé con tres jinetes. Reina los regañó más bonito que yo.',
      party: 4,
      monthsAgo: 4,
    },
    {
      author: 'Alec',
      rating: 4,
      locale: 'en',
      text: 'Sore for two days. Well-kept horses, which is rarer than it should be. I was asked for my weight by message beforehand; fine by me, warn others.',
      party: 2,
      monthsAgo: 6,
    },
  ],
  pictures: [
    {
      kind: 'horse-ride',
      time: 'golden',
      palette: 'maize',
      alt: {
        en: 'Riders in straw hats along the water, palms beside them',
        es: 'Jinetes con sombrero de paja junto al agua, entre palmeras',
      },
    },
    {
      kind: 'horse-ride',
      time: 'dawn',
      palette: 'jade',
      alt: {
        en: 'Horses at a walk on the bank, the sun just up',
        es: 'Caballos al paso por la orilla, con el sol recién salido',
      },
    },
    {
      kind: 'canyon-rim',
      time: 'day',
      palette: 'jade',
      alt: {
        en: 'The valley and its river from the top of the climb',
        es: 'El valle y su río desde lo alto de la subida',
      },
    },
  ],
} satisfies DemoExperience
