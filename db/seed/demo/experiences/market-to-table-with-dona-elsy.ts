import type { DemoExperience } from '../types.ts'

export default {
  slug: 'market-to-table-with-dona-elsy',
  provider: 'mesa-larga',
  place: 'merida',
  category: 'food',
  currency: 'MXN',
  latitude: 20.9634,
  longitude: -89.6213,
  languages: ['es', 'en'],
  title: { en: 'Market to table with Doña Elsy', es: 'Del mercado a la mesa con doña Elsy' },
  summary: {
    en: 'Shop at Lucas de Gálvez with the woman who will cook it, then three dishes at her table in Santa Ana.',
    es: 'Haces el mandado en el Lucas de Gálvez con quien lo va a guisar: tres platillos en su mesa de Santa Ana.',
  },
  description: {
    en: `“Smell it. If it smells of nothing, it tastes of nothing.” Doña Elsy has bought her achiote from the same stall since 1981 and still makes the man open a fresh block.

The first forty minutes are hers and the market’s: sour oranges by the weight in the hand, not the eye; xcatic chillies; the difference between a tortilla that was patted and one that was pressed. You carry the bags. Then a taxi to Santa Ana, aprons, and one long table where everyone has a board.

You make a recado rojo in a stone mortar, wrap fish in banana leaf for tikin xic, and learn papadzules, which are older than both the conquest and the word enchilada. Then we sit down. Nobody has ever left hungry; one person left with the mortar, by agreement.`,
    es: `«Huélelo. Si no huele a nada, no sabe a nada.» Doña Elsy le compra el achiote al mismo puesto desde 1981 y todavía hace que le abran una pasta nueva.

Los primeros cuarenta minutos son de ella y del mercado: la naranja agria se escoge por lo que pesa, no por bonita; el chile xcatic; la diferencia entre la tortilla torteada y la de máquina. Las bolsas las cargas tú. Luego un taxi a Santa Ana, delantales y una mesa larga con una tabla para cada quien.

Se hace recado rojo en molcajete, se envuelve pescado en hoja de plátano para el tikin xic y se aprenden los papadzules, que son más viejos que la conquista y que la palabra enchilada. Después nos sentamos. Nadie se ha ido con hambre; alguien se fue con el molcajete, pero lo pagó.`,
  },
  itinerary: {
    en: [
      { at: '12:30', text: 'Meet at the market’s Calle 67 side. Bags are handed out.' },
      { at: '12:40', text: 'Spices, chillies, fish, leaves. A taco of castacán on the way, standing up.' },
      { at: '13:20', text: 'Taxi to the house in Santa Ana, ten minutes.' },
      { at: '13:35', text: 'Recado, tikin xic, papadzules. Joaquín keeps the charcoal and the jokes going.' },
      { at: '14:45', text: 'Lunch at the long table, with whatever fruit came home.' },
      { at: '15:30', text: 'Coffee and the recipes, written in her hand and photocopied.' },
    ],
    es: [
      { at: '12:30', text: 'Nos vemos del lado de la calle 67 del mercado. Se reparten los sabucanes.' },
      { at: '12:40', text: 'Especias, chiles, pescado, hojas. Un taco de castacán en el camino, de pie.' },
      { at: '13:20', text: 'Taxi a la casa en Santa Ana, diez minutos.' },
      { at: '13:35', text: 'Recado, tikin xic, papadzules. Joaquín atiende el carbón y los chistes.' },
      { at: '14:45', text: 'A comer en la mesa larga, con la fruta que haya venido.' },
      { at: '15:30', text: 'Café y las recetas, de su puño y letra, en copia.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Lucas de Gálvez market, Calle 67 entrance',
      address: 'Calle 67 between 56 and 56-A, Centro, Mérida',
      hint: 'By the stall with the hammocks on the corner. Doña Elsy is the one with the yellow sabucán bag.',
    },
    es: {
      name: 'Mercado Lucas de Gálvez, entrada por la 67',
      address: 'Calle 67 entre 56 y 56-A, Centro, Mérida',
      hint: 'Junto al puesto de hamacas de la esquina. Doña Elsy es la del sabucán amarillo.',
    },
  },
  included: {
    en: [
      'Everything we buy and everything we eat',
      'Taxi from market to house',
      'Apron to use, recipes to keep',
      'Agua fresca, coffee, one beer if you want it',
    ],
    es: [
      'Todo lo que se compra y todo lo que se come',
      'Taxi del mercado a la casa',
      'Delantal prestado, recetas de regalo',
      'Agua fresca, café y una cerveza si se te antoja',
    ],
  },
  notIncluded: {
    en: ['The way home: it is ten minutes on foot to Paseo de Montejo', 'Whatever you cannot resist at the market'],
    es: ['El regreso: son diez minutos a pie al Paseo de Montejo', 'Lo que no te aguantes de comprar en el mercado'],
  },
  goodToKnow: {
    en: [
      'Vegetarians cook the same table with mushrooms and squash seed; tell us when you book. The kitchen handles nuts, egg and wheat.',
      'The market is hot, close and loud for forty minutes. Closed shoes.',
      'One step into the house; the table has room for a wheelchair, the market’s fish hall does not.',
      'Children chop with real knives from 8, and with Joaquín beside them.',
    ],
    es: [
      'Si eres vegetariano guisas lo mismo con hongos y pepita; avísanos al reservar. En la cocina hay nuez, huevo y trigo.',
      'El mercado es calor, apretura y ruido durante cuarenta minutos. Zapato cerrado.',
      'La casa tiene un escalón y la mesa lugar para silla de ruedas; el pasillo del pescado no.',
      'Desde los 8 años se pica con cuchillo de verdad, con Joaquín al lado.',
    ],
  },
  policy: { kind: 'moderate' },
  options: [
    {
      code: 'midday',
      title: { en: 'Market and lunch', es: 'Mercado y comida' },
      durationMinutes: 180,
      cutoffMinutes: 60,
      units: [
        {
          type: 'ADULT',
          title: { en: 'Adult', es: 'Adulto' },
          priceMinor: 112000,
          seatsPerUnit: 1,
          ageMin: 14,
          max: 8,
        },
        {
          type: 'CHILD',
          title: { en: 'Child 8–13, cooks too', es: 'De 8 a 13, también guisa' },
          priceMinor: 68000,
          seatsPerUnit: 1,
          ageMin: 8,
          ageMax: 13,
          accompanied: true,
        },
        {
          type: 'INFANT',
          title: { en: 'Under 8, eats from your plate', es: 'Menor de 8, come de tu plato' },
          priceMinor: 0,
          seatsPerUnit: 0,
          ageMin: 0,
          ageMax: 7,
          max: 2,
          accompanied: true,
        },
      ],
      schedules: [
        { weekdays: [2, 3, 4, 5, 6], times: ['12:30'], capacity: 8, closed: ['12-24', '12-25', '12-31', '01-01'] },
      ],
    },
    {
      code: 'whole-table',
      title: { en: 'The whole table, Sundays', es: 'La mesa entera, en domingo' },
      durationMinutes: 240,
      cutoffMinutes: 1440,
      units: [
        {
          type: 'GROUP',
          title: { en: 'Table for up to 8', es: 'Mesa hasta para 8' },
          priceMinor: 784000,
          seatsPerUnit: 8,
          max: 1,
        },
      ],
      schedules: [{ weekdays: [7], times: ['11:00'], capacity: 8, closed: ['12-24', '12-25', '12-31', '01-01'] }],
    },
  ],
  reviews: [
    {
      author: 'Denise Abara',
      rating: 5,
      locale: 'en',
      text: 'I have done cooking classes on three continents. This is the only one where I was told off for buying the wrong orange. I deserved it.',
      party: 2,
      monthsAgo: 1,
    },
    {
      author: 'Ulises M.',
      rating: 5,
      locale: 'es',
      text: 'Soy yucateco y fui por mi novia gringa. Resulta que el que no sabía hacer papadzules era yo.',
      party: 2,
      monthsAgo: 3,
    },
    {
      author: 'K. Lindqvist',
      rating: 4,
      locale: 'en',
      text: 'Wonderful food and company. The market part is not for anyone who dislikes the smell of meat at midday; it is said in the listing, and I should have read it.',
      party: 3,
      monthsAgo: 5,
    },
    {
      author: 'Rosario Peniche',
      rating: 5,
      locale: 'es',
      text: 'Le llevé a doña Elsy la receta de mi abuela. La leyó completa, le puso una taza menos de manteca y me dio un abrazo.',
      party: 5,
      monthsAgo: 8,
      reply: 'Señora Rosario: la hice el domingo y con su taza completa sabe mejor. Usted disculpe. Elsy.',
    },
    {
      author: 'Mehmet A.',
      rating: 5,
      locale: 'en',
      text: 'We came as strangers, eight of us. There is still a group chat.',
      party: 2,
      monthsAgo: 10,
    },
  ],
  pictures: [
    {
      kind: 'market',
      time: 'day',
      palette: 'terracotta',
      alt: {
        en: 'Striped awnings, baskets of fruit and strings of cut paper at a market',
        es: 'Toldos de rayas, canastos de fruta y tiras de papel picado en un mercado',
      },
    },
    {
      kind: 'kitchen',
      time: 'day',
      palette: 'maize',
      alt: {
        en: 'Limes, chillies and an avocado on a table between clay pots',
        es: 'Limones, chiles y un aguacate en una mesa entre ollas de barro',
      },
    },
    {
      kind: 'kitchen',
      time: 'golden',
      palette: 'terracotta',
      alt: {
        en: 'A tiled kitchen in afternoon light, pans hanging from the rail',
        es: 'Una cocina de azulejos con luz de tarde y sartenes colgadas del riel',
      },
    },
    {
      kind: 'colonial-street',
      time: 'golden',
      palette: 'rosa',
      alt: {
        en: 'Painted houses along a street in late sun, people walking',
        es: 'Casas de colores en una calle con sol de tarde y gente caminando',
      },
    },
  ],
} satisfies DemoExperience
