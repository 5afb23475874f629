import type { DemoExperience } from '../types.ts'

export default {
  slug: 'motuihe-with-ngati-paoa',
  provider: 'waitemata-sail',
  place: 'auckland',
  category: 'nature',
  currency: 'NZD',
  latitude: -36.8423,
  longitude: 174.7602,
  languages: ['en', 'mi'],
  title: { en: 'Sail to Motuihe, plant a tree', es: 'A vela a Motuihe, a sembrar un árbol' },
  summary: {
    en: 'A day by ketch to an island being replanted by hand, with a Ngāti Pāoa guide and a kiwi survey map.',
    es: 'Un día en queche a una isla que se reforesta a mano, con una guía ngāti pāoa y un mapa de kiwis.',
  },
  description: {
    en: 'Motuihe, Te Motu-a-Ihenga, was farmed bare for a century. Then the rats were taken off, and people came at weekends with spades. Nearly half a million trees later there are saddlebacks again, bellbirds, and little spotted kiwi that you hear rather than see.\n\nWe sail out, about two hours with a fair wind, and land by dinghy on the sand spit between the two bays. Mere Tāwhai of Ngāti Pāoa meets us. She begins with who lived here and where their gardens were, then puts a spade in your hand. From May to August you plant; in summer you water and weed what others planted, which she says is the greater kindness.\n\nLunch is on the beach, the swim is cold, and the sail home is usually the better half of the wind.',
    es: 'Motuihe, Te Motu-a-Ihenga, fue potrero pelado durante un siglo. Luego sacaron las ratas y empezó a llegar gente los fines de semana con palas. Casi medio millón de árboles después volvieron los tieke, los korimako y el kiwi moteado menor, que más que verse se oye.\n\nVamos a vela, unas dos horas con buen viento, y bajamos en bote a la lengua de arena entre las dos bahías. Nos recibe Mere Tāwhai, de Ngāti Pāoa. Empieza por quiénes vivieron aquí y dónde estaban sus huertos, y luego te pone una pala en la mano. De mayo a agosto se siembra; en verano se riega y se desyerba lo que sembraron otros, que según ella es el favor más grande.\n\nSe come en la playa, el agua está fría y de regreso suele tocar la mejor mitad del viento.',
  },
  itinerary: {
    en: [
      { at: '08:15', text: 'Viaduct Harbour. Boots brushed, bags turned out: seeds, soil and stowaways stay here.' },
      { at: '08:45', text: 'Down the Rangitoto Channel under sail. Gannets, and the odd shearwater.' },
      { at: '10:45', text: 'Dinghy to Ocean Beach. Karakia and a short welcome.' },
      { at: '11:15', text: 'Walk to the northern block with Mere; an hour of planting or watering.' },
      { at: '13:00', text: 'Lunch under the pōhutukawa. Swim, or the old fort, or nothing.' },
      { at: '14:30', text: 'Sails up. Alongside at 16:45.' },
    ],
    es: [
      {
        at: '08:15',
        text: 'Viaduct Harbour. Botas cepilladas y mochilas vacías: semillas, tierra y polizones se quedan.',
      },
      { at: '08:45', text: 'A vela por el canal de Rangitoto. Alcatraces y alguna pardela.' },
      { at: '10:45', text: 'En bote a Ocean Beach. Karakia y una bienvenida corta.' },
      { at: '11:15', text: 'Caminata con Mere al terreno del norte; una hora de siembra o de riego.' },
      { at: '13:00', text: 'Comida bajo los pōhutukawa. Nadar, el fuerte viejo, o nada.' },
      { at: '14:30', text: 'Arriba las velas. En el muelle a las 16:45.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Viaduct Harbour, pontoon C',
      address: 'Market Square, Viaduct Harbour, Auckland 1010',
      hint: 'The ketch Tōrea lies outside the others, dark green with tan sails. There is a bench for brushing boots; please use it.',
    },
    es: {
      name: 'Viaduct Harbour, pontón C',
      address: 'Market Square, Viaduct Harbour, Auckland 1010',
      hint: 'El queche Tōrea está por fuera de los demás: verde oscuro, velas color ladrillo. Hay una banca para cepillar botas; úsala, por favor.',
    },
  },
  included: {
    en: [
      'Sail both ways and dinghy',
      'Mere’s guiding and a contribution to the Motuihe nursery',
      'Lunch: smoked kahawai, salads, bread, fruit',
      'Your tree’s row and number, so that you can ask after it',
    ],
    es: [
      'Ida y vuelta a vela, y el bote',
      'La guía de Mere y un aporte al vivero de Motuihe',
      'Comida: kahawai ahumado, ensaladas, pan y fruta',
      'La hilera y el número de tu árbol, para que preguntes por él',
    ],
  },
  notIncluded: {
    en: ['Towel and swimming things', 'Seasickness tablets; take them before eight'],
    es: ['Toalla y traje de baño', 'Pastillas para el mareo; tómalas antes de las ocho'],
  },
  goodToKnow: {
    en: [
      'The island is free of predators. One mouse in one bag would undo years, so the check at the pontoon is real.',
      'Wet feet at the landing, then five kilometres on grass tracks.',
      'Kiwi are asleep by day. You may hear one complain.',
      'If the wind is under five knots we motor, and say so beforehand.',
    ],
    es: [
      'La isla no tiene depredadores. Un ratón en una mochila desharía años, así que la revisión va en serio.',
      'Al bajar se mojan los pies; luego son cinco kilómetros por senderos de pasto.',
      'De día los kiwis duermen. Quizá oigas quejarse a alguno.',
      'Con menos de cinco nudos vamos a motor, y lo avisamos antes.',
    ],
  },
  policy: { kind: 'moderate' },
  options: [
    {
      code: 'day',
      title: { en: 'Day sail and island', es: 'Día de vela e isla' },
      durationMinutes: 510,
      cutoffMinutes: 900,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 21500, seatsPerUnit: 1, ageMin: 16 },
        {
          type: 'CHILD',
          title: { en: 'Child, 6 to 15', es: 'Niño, de 6 a 15' },
          priceMinor: 12500,
          seatsPerUnit: 1,
          ageMin: 6,
          ageMax: 15,
          accompanied: true,
        },
        {
          type: 'SENIOR',
          title: { en: 'Gold Card', es: 'Persona mayor, con SuperGold Card' },
          priceMinor: 18500,
          seatsPerUnit: 1,
          ageMin: 65,
        },
      ],
      schedules: [
        {
          season: { from: '11-01', to: '04-30' },
          weekdays: [4, 6, 7],
          times: ['08:15'],
          capacity: 10,
          closed: ['12-25', '12-26', '01-01', '02-06'],
        },
        { season: { from: '05-01', to: '08-31' }, weekdays: [6], times: ['08:15'], capacity: 10 },
      ],
    },
  ],
  reviews: [
    {
      author: 'Talia Rosenquist',
      rating: 5,
      locale: 'en',
      party: 2,
      monthsAgo: 3,
      text: 'Row 14, number 32, a mānuka the length of my hand. I wrote to ask in spring and someone sent a photograph with a boot for scale. It is up to the laces.',
    },
    {
      author: 'Marcos Irigoyen',
      rating: 5,
      locale: 'es',
      party: 2,
      monthsAgo: 4,
      text: 'Mere nombró a la gente que vivió en cada loma antes de decirnos dónde poner el árbol. Sembrar después de oír eso es otra cosa.',
    },
    {
      author: 'Phil Ashworth',
      rating: 4,
      locale: 'en',
      party: 4,
      monthsAgo: 7,
      text: 'No wind out, so two hours of diesel. They had warned us. Wind back, so two hours of grinning.',
    },
    {
      author: 'Hemi & Joan Rapata',
      rating: 5,
      locale: 'en',
      party: 2,
      monthsAgo: 13,
      text: 'We planted with our moko in 2009 and came back to look. We got lost in the trees. Think about that.',
    },
  ],
  pictures: [
    {
      kind: 'sailing-deck',
      time: 'dawn',
      palette: 'jade',
      alt: {
        en: 'The foredeck under way toward a low island in the morning',
        es: 'La proa rumbo a una isla baja, por la mañana',
      },
    },
    {
      kind: 'coast-cliffs',
      time: 'day',
      palette: 'cenote',
      alt: { en: 'A rocky coast above calm water', es: 'Una costa rocosa sobre agua tranquila' },
    },
    {
      kind: 'sailing-heel',
      time: 'day',
      palette: 'jade',
      alt: { en: 'A yacht under full sail by day', es: 'Un velero a toda vela, de día' },
    },
    {
      kind: 'harbour-pier',
      time: 'dawn',
      palette: 'maize',
      alt: {
        en: 'A breakwater with a lighthouse and a small boat leaving',
        es: 'Un rompeolas con faro y una lancha que sale',
      },
    },
  ],
} satisfies DemoExperience
