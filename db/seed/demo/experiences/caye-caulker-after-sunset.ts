import type { DemoExperience } from '../types.ts'

export default {
  slug: 'caye-caulker-after-sunset',
  provider: 'cayo-and-caye',
  place: 'caye-caulker',
  category: 'night',
  currency: 'BZD',
  latitude: 17.7426,
  longitude: -88.0227,
  languages: ['en', 'es'],
  title: { en: 'Caye Caulker after sunset', es: 'Cayo Caulker después del atardecer' },
  summary: {
    en: 'Sail out for sundown, snorkel by torch among octopus and lobster, then switch the torches off.',
    es: 'A vela para el atardecer, snorkel con linterna entre pulpos y langostas, y luego se apagan las linternas.',
  },
  description: {
    en: `Go slow is painted on a sign here and is also the law of physics after dark, when a hand moved quickly through the water leaves a trail of green sparks.

The Marcelina is an old Sarteneja sloop with a patched jib; Hector Guerra’s grandfather fished conch from her. You watch the sun go from beyond of the Split, eat grilled lobster in season (chicken out of it), and when there is no colour left you go in, four at a time, each with a light.

At the end we gather at the ladder and turn everything off. It is best near the new moon. It is good always.`,
    es: `«Go slow», dice un letrero aquí, y de noche además es ley física: si mueves rápido la mano en el agua deja un rastro de chispas verdes.

La Marcelina es una balandra vieja de Sarteneja con un foque parchado, y el abuelo de Héctor Guerra pescaba caracol en ella. Se ve ponerse el sol del otro lado del Split, se come langosta a la brasa en temporada (pollo cuando no) y, cuando ya no queda color, se entra al agua de cuatro en cuatro, cada quien con su luz.

Al final nos juntamos en la escalera y se apaga todo. Con luna nueva es lo mejor. Siempre es bueno.`,
  },
  itinerary: {
    en: [
      { at: '16:45', text: 'Aboard at the back dock. Shoes stay.' },
      { at: '17:00', text: 'Under sail along the lee of the island.' },
      { at: '17:45', text: 'Anchor, sundown, grill.' },
      { at: '18:40', text: 'First four in the water, thirty minutes; the others have dessert. Then swap.' },
      { at: '19:50', text: 'Lights off, five minutes.' },
      { at: '20:30', text: 'Home by the tower’s red lamp.' },
    ],
    es: [
      { at: '16:45', text: 'A bordo en el muelle de atrás. Los zapatos se quedan.' },
      { at: '17:00', text: 'A vela por el lado tranquilo de la isla.' },
      { at: '17:45', text: 'Ancla, atardecer, parrilla.' },
      { at: '18:40', text: 'Los primeros cuatro al agua, media hora; los demás, postre. Luego al revés.' },
      { at: '19:50', text: 'Luces apagadas, cinco minutos.' },
      { at: '20:30', text: 'A casa por la luz roja de la torre.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Back dock, end of Calle del Sol',
      address: 'Calle del Sol, lagoon side, Caye Caulker Village',
      hint: 'The opposite side to the water taxi. A wooden hull, dark green, with a lamp on the boom.',
    },
    es: {
      name: 'Muelle de atrás, al final de Calle del Sol',
      address: 'Calle del Sol, lado de la laguna, Caye Caulker',
      hint: 'Del lado contrario al water taxi. Casco de madera verde oscuro con una lámpara en la botavara.',
    },
  },
  included: {
    en: [
      'Sail, supper, rum punch or lime juice',
      'Mask, fins, vest, torch',
      'Reserve fee',
      'Dry cotton robe afterwards',
    ],
    es: [
      'Paseo, cena y ponche de ron o limonada',
      'Visor, aletas, chaleco y linterna',
      'Entrada a la reserva',
      'Bata seca al salir',
    ],
  },
  notIncluded: { en: ['Water taxi to the island'], es: ['El water taxi a la isla'] },
  goodToKnow: {
    en: [
      'You should have snorkelled before, once, in daylight.',
      'From 12 in the water; younger ones may sail.',
      'Rum punch is poured after the swim, never before.',
      'Lobster season is July to February by law.',
    ],
    es: [
      'Hay que haber hecho snorkel antes, aunque sea una vez y de día.',
      'Al agua desde los 12; los más chicos pueden navegar.',
      'El ponche de ron se sirve después de nadar, nunca antes.',
      'La langosta va de julio a febrero, por ley.',
    ],
  },
  policy: {
    kind: 'custom',
    steps: [
      { hoursBefore: 24, percent: 100 },
      { hoursBefore: 6, percent: 30 },
    ],
  },
  options: [
    {
      code: 'night-sail',
      title: { en: 'Sail and night snorkel', es: 'Vela y snorkel nocturno' },
      durationMinutes: 225,
      cutoffMinutes: 180,
      units: [
        {
          type: 'ADULT',
          title: { en: 'In the water, from 12', es: 'Al agua, desde 12 años' },
          priceMinor: 17000,
          seatsPerUnit: 1,
          ageMin: 12,
        },
        {
          type: 'CHILD',
          title: { en: 'Sailing only, 5–11', es: 'Solo vela, de 5 a 11' },
          priceMinor: 9000,
          seatsPerUnit: 1,
          ageMin: 5,
          ageMax: 11,
          max: 3,
          accompanied: true,
        },
      ],
      schedules: [
        {
          season: { from: '07-01', to: '02-28' },
          weekdays: [1, 3, 5, 6],
          times: ['16:45'],
          capacity: 8,
          closed: ['12-24', '12-25', '12-31'],
        },
        { season: { from: '03-01', to: '06-30' }, weekdays: [3, 5, 6], times: ['16:45'], capacity: 8 },
      ],
    },
  ],
  reviews: [
    {
      author: 'Noor',
      rating: 5,
      locale: 'en',
      text: 'An octopus held my torch. I let it. Hector negotiated.',
      party: 2,
      monthsAgo: 2,
    },
    {
      author: 'Darío Blanco',
      rating: 5,
      locale: 'es',
      text: 'Cuando apagaron todo dejé de saber dónde estaba el agua y dónde el cielo. Tengo 54 años y grité.',
      party: 2,
      monthsAgo: 4,
    },
    {
      author: 'Jess T.',
      rating: 4,
      locale: 'en',
      text: 'Nearly full moon so the sparks were faint. They said so when I booked and I booked anyway. Lobster made up for it.',
      party: 4,
      monthsAgo: 5,
    },
    {
      author: 'Ole',
      rating: 2,
      locale: 'en',
      text: 'Choppy, and I was sick from the anchor onward. Crew were kind with ginger. I would want a clearer warning about motion at anchor.',
      party: 1,
      monthsAgo: 10,
      reply:
        'Sorry for the rough evening, Ole. We now anchor inside the reef tail when there is any swell, and we say so.',
    },
  ],
  pictures: [
    {
      kind: 'sailing-heel',
      time: 'dusk',
      palette: 'terracotta',
      alt: {
        en: 'A sloop leans under a red and violet sky',
        es: 'Una balandra se inclina bajo un cielo rojo y violeta',
      },
    },
    {
      kind: 'reef-diver',
      time: 'night',
      palette: 'cenote',
      alt: { en: 'A swimmer’s outline over dark coral', es: 'La silueta de alguien que nada sobre coral oscuro' },
    },
    {
      kind: 'sailing-deck',
      time: 'dusk',
      palette: 'maize',
      alt: { en: 'The bow and the jib with the light almost gone', es: 'La proa y el foque cuando ya casi no hay luz' },
    },
  ],
} satisfies DemoExperience
