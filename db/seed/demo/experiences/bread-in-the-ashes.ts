import type { DemoExperience } from '../types.ts'

export default {
  slug: 'bread-in-the-ashes',
  provider: 'dhow-and-desert',
  place: 'kuwait-city',
  category: 'nature',
  currency: 'KWD',
  latitude: 29.3383,
  longitude: 47.658,
  languages: ['ar', 'en'],
  title: { en: 'Bread in the ashes, north of Jahra', es: 'Pan en las cenizas, al norte de Jahra' },
  summary: {
    en: 'A winter kashta with Mariam’s family: sidr honey, desert truffles if it rained, and the stars after the tea.',
    es: 'Un día de campo de invierno con la familia de Mariam: miel, trufas si llovió, y las estrellas después del té.',
  },
  description: {
    en: 'From mid-November to mid-March half of Kuwait moves into the desert. They call it kashta: a tent, a fire, cousins. Mariam Al-Fadhli’s family has pitched on the same gravel north of Jahra, under the Jal az-Zor ridge, since before there was a road to mark it by.\n\nYou come for an evening and are given work. Somebody kneads, somebody buries the dough in embers, somebody walks with Bader along the wadi to look for fagga, the white truffle that comes up fifteen days after thunder. In a dry year you find tracks instead: sand fox, spiny-tailed lizard, the neighbours.\n\nThe bread is called gurs. It comes out black, you beat it like a carpet, tear it into samn and date syrup, and after that nobody wants the lamb, which is a pity, because there is lamb.',
    es: 'De mediados de noviembre a mediados de marzo, medio Kuwait se muda al desierto. Le dicen kashta: una tienda, un fuego, los primos. La familia de Mariam Al-Fadhli acampa en la misma grava al norte de Jahra, bajo la loma de Jal az-Zor, desde antes de que hubiera carretera para ubicarla.\n\nSe llega por una tarde y le toca a uno trabajar. Alguien amasa, alguien entierra la masa en las brasas, alguien camina con Bader por el wadi a buscar fagga, la trufa blanca que brota quince días después de los truenos. En año seco se encuentran huellas: zorro de arena, lagarto de cola espinosa, los vecinos.\n\nEl pan se llama gurs. Sale negro, se sacude como tapete, se parte en samn y jarabe de dátil, y después ya nadie quiere cordero, lo cual es una lástima, porque hay cordero.',
  },
  itinerary: {
    en: [
      {
        at: '14:30',
        text: 'Four-wheel drives from the Sixth Ring Road. Forty-five minutes, the last ten without asphalt.',
      },
      { at: '15:20', text: 'Coffee, dates, hands in the flour.' },
      { at: '15:50', text: 'With Bader along the wadi: truffles or tracks.' },
      { at: '17:00', text: 'The ridge at sunset. Kuwait Bay is a line of pewter to the south.' },
      { at: '18:00', text: 'Bread, lamb, majboos. Mariam’s aunt tells the one about the wolf and does not finish it.' },
      { at: '19:30', text: 'Tea with thyme, blankets, Orion. Back at the meeting point at 21:00.' },
    ],
    es: [
      {
        at: '14:30',
        text: 'Camionetas desde el Sexto Anillo. Cuarenta y cinco minutos, los últimos diez sin asfalto.',
      },
      { at: '15:20', text: 'Café, dátiles y las manos en la harina.' },
      { at: '15:50', text: 'Con Bader por el wadi: trufas o huellas.' },
      { at: '17:00', text: 'La loma al atardecer. Al sur, la bahía es una raya de estaño.' },
      { at: '18:00', text: 'Pan, cordero, majboos. La tía de Mariam cuenta la del lobo y no la termina.' },
      { at: '19:30', text: 'Té con tomillo, cobijas y Orión. De regreso a las 21:00.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Sixth Ring Road, car park of the Jahra co-operative',
      address: 'Sixth Ring Road, Jahra Block 3, Kuwait',
      hint: 'North side, by the air pumps. White cars with an orange flag on a very long whip aerial.',
    },
    es: {
      name: 'Sexto Anillo, estacionamiento de la cooperativa de Jahra',
      address: 'Sixth Ring Road, Jahra Block 3, Kuwait',
      hint: 'Lado norte, junto a las bombas de aire. Camionetas blancas con bandera naranja en una antena larguísima.',
    },
  },
  included: {
    en: [
      'Four-wheel drive both ways',
      'Everything eaten and drunk',
      'Blankets, cushions, a torch',
      'A loaf to take home if any is left',
    ],
    es: [
      'Camioneta de ida y vuelta',
      'Todo lo que se come y se bebe',
      'Cobijas, cojines y linterna',
      'Un pan para llevar, si sobra',
    ],
  },
  notIncluded: {
    en: ['Transport to Jahra: a taxi from the city is about KD 5'],
    es: ['El traslado a Jahra: un taxi desde la ciudad cuesta unos KD 5'],
  },
  goodToKnow: {
    en: [
      'Only in the camping season, 15 November to 15 March, by law and by temperature.',
      'Never pick up metal. Some ground north of here still remembers 1991; we walk only where the family has walked.',
      'Nights fall to 6 °C. The wind is the cold part.',
      'Everyone eats from the same tray. Vegetarians get the corner with the pumpkin.',
    ],
    es: [
      'Solo en temporada de campamento, del 15 de noviembre al 15 de marzo, por ley y por temperatura.',
      'No levantes nada de metal. Hay terrenos al norte que aún recuerdan 1991; solo caminamos por donde camina la familia.',
      'De noche baja a 6 °C. Lo frío es el viento.',
      'Todos comen de la misma charola. A quien no come carne le toca la esquina de la calabaza.',
    ],
  },
  policy: { kind: 'strict' },
  options: [
    {
      code: 'evening',
      title: { en: 'Evening at the camp', es: 'Tarde en el campamento' },
      durationMinutes: 390,
      cutoffMinutes: 1200,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 18750, seatsPerUnit: 1, ageMin: 13 },
        {
          type: 'CHILD',
          title: { en: 'Child, 4 to 12', es: 'Niño, de 4 a 12' },
          priceMinor: 9500,
          seatsPerUnit: 1,
          ageMin: 4,
          ageMax: 12,
          accompanied: true,
        },
        {
          type: 'INFANT',
          title: { en: 'Under 4, own car seat', es: 'Menor de 4, con silla propia' },
          priceMinor: 2500,
          seatsPerUnit: 1,
          ageMax: 3,
          accompanied: true,
        },
        {
          type: 'GROUP',
          title: { en: 'One car, up to 4', es: 'Una camioneta, hasta 4' },
          priceMinor: 68000,
          seatsPerUnit: 4,
          max: 2,
        },
      ],
      schedules: [
        {
          season: { from: '11-15', to: '03-15' },
          weekdays: [4, 5, 6],
          times: ['14:30'],
          capacity: 12,
          closed: ['12-31', '02-25', '02-26'],
        },
      ],
    },
  ],
  reviews: [
    {
      author: 'Tarek Sabbagh',
      rating: 5,
      locale: 'en',
      party: 4,
      monthsAgo: 3,
      text: 'It had rained in January. My daughter found the first truffle by tripping over it and was carried back to the tent like a football captain.',
    },
    {
      author: 'Mónica Elizalde',
      rating: 5,
      locale: 'es',
      party: 2,
      monthsAgo: 4,
      text: 'Le pegué al pan con toda mi alma y la tía de Mariam dijo que así no, que con cariño. Sigo sin saber en qué acaba lo del lobo.',
    },
    {
      author: 'Gareth Pugh-Jones',
      rating: 3,
      locale: 'en',
      party: 2,
      monthsAgo: 5,
      text: 'Warm people, superb food, bitter cold. “6 °C” does not tell you about the wind. Bring a proper coat, not a fleece.',
      reply:
        'Fair. There are now six farwas, the sheepskin coats, in the second car, and the page says wind. Come and try one. — Mariam',
    },
    {
      author: 'Lilian Achieng',
      rating: 5,
      locale: 'en',
      party: 3,
      monthsAgo: 12,
      text: 'No truffles, dry winter. Bader showed us where a fox had stood and thought about the chicken. I could see it thinking.',
    },
  ],
  pictures: [
    {
      kind: 'night-sky-camp',
      time: 'dusk',
      palette: 'maize',
      alt: {
        en: 'A fire and two lit tents on the desert floor at nightfall',
        es: 'Un fuego y dos tiendas iluminadas en el desierto al anochecer',
      },
    },
    {
      kind: 'desert',
      time: 'golden',
      palette: 'maize',
      alt: { en: 'Low desert ridges in evening light', es: 'Lomas bajas de desierto con luz de tarde' },
    },
    {
      kind: 'night-sky-camp',
      time: 'night',
      palette: 'jade',
      alt: { en: 'The camp at night under the Milky Way', es: 'El campamento de noche, bajo la Vía Láctea' },
    },
  ],
} satisfies DemoExperience
