import type { DemoExperience } from '../types.ts'

export default {
  slug: 'pearl-banks-by-dhow',
  provider: 'dhow-and-desert',
  place: 'kuwait-city',
  category: 'water',
  currency: 'KWD',
  latitude: 29.3886,
  longitude: 47.9897,
  languages: ['ar', 'en'],
  title: { en: 'To the pearl banks by dhow', es: 'En dhow a los bancos de perlas' },
  summary: {
    en: 'Hoist a lateen sail in Kuwait Bay, open oysters on deck, hear what a season at the bottom cost a diver.',
    es: 'Iza una vela latina en la bahía de Kuwait, abre ostras y oye lo que costaba una temporada bajo el agua.',
  },
  description: {
    en: 'Before oil there was the ghaus: four summer months at sea, sixty dives a day, a nose clip of turtle shell and a stone tied to one foot. Captain Yousef’s grandfather did it for nineteen seasons and never owned the boat. Yousef owns this one, a sambuk of teak planked in 1968, with an engine he apologises for.\n\nWe motor out past the fish traps, stop the engine and raise the yard together; it takes ten people and a song, and the song is really there to keep the pull even. Under sail she is quiet enough to hear the rope.\n\nOff the northern shallows everyone opens five oysters. One in about two hundred holds something. What you eat is safer: grilled zubaidi, rice with dried lime, tea from a pot that has been around longer than most of us.',
    es: 'Antes del petróleo estaba el ghaus: cuatro meses de verano en el mar, sesenta inmersiones al día, una pinza de carey en la nariz y una piedra amarrada a un pie. El abuelo del capitán Yousef lo hizo diecinueve temporadas y el barco nunca fue suyo. Este sí es de Yousef: un sambuk de teca armado en 1968, con un motor por el que pide disculpas.\n\nSalimos a motor entre las trampas de pesca, lo apagamos y subimos la verga entre todos; hacen falta diez personas y una canción, que en realidad sirve para jalar parejo. A vela es tan silencioso que se oye la cuerda.\n\nEn los bajos del norte cada quien abre cinco ostras. Más o menos una de doscientas trae algo. Lo que se come es más seguro: zubaidi a la parrilla, arroz con limón seco y té de una tetera mayor que casi todos nosotros.',
  },
  itinerary: {
    en: [
      { at: '15:30', text: 'Souq Sharq, the dhow harbour. Shoes in the crate, life jackets on, cardamom coffee.' },
      { at: '15:55', text: 'Out past the traps with the towers behind us. Engine off, all hands to the halyard.' },
      {
        at: '16:40',
        text: 'Under sail along the northern shallows. The diver’s basket, the stone, the clip: you may try the clip.',
      },
      { at: '17:20', text: 'Oysters, a blunt knife and a leather glove.' },
      { at: '17:50', text: 'Supper as the sun goes down behind the Doha headland.' },
      { at: '19:00', text: 'Alongside again, with the city lit.' },
    ],
    es: [
      { at: '15:30', text: 'Souq Sharq, el puerto de dhows. Zapatos a la caja, chaleco puesto y café con cardamomo.' },
      { at: '15:55', text: 'Se pasan las trampas con las torres a la espalda. Motor apagado y todos a la driza.' },
      {
        at: '16:40',
        text: 'A vela por los bajos del norte. La canasta del buzo, la piedra, la pinza: la pinza te la puedes probar.',
      },
      { at: '17:20', text: 'Ostras, cuchillo sin filo y guante de cuero.' },
      { at: '17:50', text: 'Cena mientras el sol se mete detrás de la punta de Doha.' },
      { at: '19:00', text: 'De vuelta en el muelle, con la ciudad encendida.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Souq Sharq, dhow harbour gate',
      address: 'Arabian Gulf Street, Sharq, Kuwait City',
      hint: 'Walk past the fish market to the wooden gate. Ours is the sambuk with the green rail and a kettle painted on the stern.',
    },
    es: {
      name: 'Souq Sharq, entrada del puerto de dhows',
      address: 'Arabian Gulf Street, Sharq, Ciudad de Kuwait',
      hint: 'Pasa el mercado de pescado hasta el portón de madera. El nuestro es el sambuk de barandal verde, con una tetera pintada en la popa.',
    },
  },
  included: {
    en: [
      'Sail and engine, captain and two crew',
      'Five oysters each; anything you find is yours',
      'Supper, coffee, tea, water',
      'Life jackets from 10 kg up',
    ],
    es: [
      'Vela y motor, capitán y dos marineros',
      'Cinco ostras por persona; lo que encuentres es tuyo',
      'Cena, café, té y agua',
      'Chalecos desde 10 kg',
    ],
  },
  notIncluded: {
    en: ['Parking at Souq Sharq, free for three hours'],
    es: ['Estacionamiento en Souq Sharq, gratis tres horas'],
  },
  goodToKnow: {
    en: [
      'Above 20 knots or in dust we stay in. You choose another day or all your money.',
      'No sailings from mid-June to the end of August: the deck is too hot to stand on.',
      'No alcohol in Kuwait, on water as on land.',
      'There is a small toilet below. The ladder is steep.',
    ],
    es: [
      'Con más de 20 nudos o con polvo no salimos. Eliges otro día o todo tu dinero.',
      'De mediados de junio a finales de agosto no hay salidas: la cubierta quema los pies.',
      'En Kuwait no hay alcohol, ni en tierra ni en el agua.',
      'Abajo hay un baño pequeño. La escalera es empinada.',
    ],
  },
  policy: {
    kind: 'custom',
    steps: [
      { hoursBefore: 72, percent: 100 },
      { hoursBefore: 24, percent: 50 },
      { hoursBefore: 6, percent: 20 },
    ],
  },
  options: [
    {
      code: 'sail-and-supper',
      title: { en: 'Sail and supper', es: 'Vela y cena' },
      durationMinutes: 210,
      cutoffMinutes: 180,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 12500, seatsPerUnit: 1, ageMin: 13 },
        {
          type: 'CHILD',
          title: { en: 'Child, 3 to 12', es: 'Niño, de 3 a 12' },
          priceMinor: 6250,
          seatsPerUnit: 1,
          ageMin: 3,
          ageMax: 12,
          accompanied: true,
        },
        {
          type: 'INFANT',
          title: { en: 'Under 3, on a lap', es: 'Menor de 3, en brazos' },
          priceMinor: 0,
          seatsPerUnit: 0,
          ageMax: 2,
          max: 2,
          accompanied: true,
        },
      ],
      schedules: [
        { season: { from: '11-01', to: '02-28' }, weekdays: [4, 5, 6], times: ['14:45'], capacity: 20 },
        { season: { from: '03-01', to: '04-30' }, weekdays: [2, 4, 5, 6], times: ['15:30'], capacity: 20 },
        { season: { from: '05-01', to: '06-15' }, weekdays: [4, 5, 6], times: ['16:30'], capacity: 20 },
        { season: { from: '09-01', to: '10-31' }, weekdays: [4, 5, 6], times: ['15:30'], capacity: 20 },
      ],
    },
    {
      code: 'whole-boat',
      title: { en: 'The whole dhow', es: 'El dhow completo' },
      durationMinutes: 240,
      cutoffMinutes: 1440,
      units: [
        {
          type: 'GROUP',
          title: { en: 'Private, up to 20', es: 'Privado, hasta 20' },
          priceMinor: 198000,
          seatsPerUnit: 20,
          max: 1,
        },
      ],
      schedules: [
        {
          season: { from: '10-01', to: '05-31' },
          weekdays: [1, 3],
          times: ['15:00'],
          capacity: 20,
          closed: ['02-25', '02-26'],
        },
      ],
    },
  ],
  reviews: [
    {
      author: 'Noura Al-Mutlaq',
      rating: 5,
      locale: 'en',
      party: 5,
      monthsAgo: 1,
      text: 'I am Kuwaiti, I have heard about the ghaus all my life, and I had never once pulled that rope. My father sang the reply. We did not know that he knew it.',
    },
    {
      author: 'Federico Lanza',
      rating: 5,
      locale: 'es',
      party: 2,
      monthsAgo: 2,
      text: 'Diez ostras entre los dos y nada. En la onceava, que nos regaló un niño, una perla del tamaño de una lenteja. Se la devolvimos y no la quiso.',
    },
    {
      author: 'Stuart Penhaligon',
      rating: 4,
      locale: 'en',
      party: 2,
      monthsAgo: 4,
      text: 'Light wind, so less sail and more engine than hoped. The fish made up for most of it. Take something for your head before three o’clock.',
    },
    {
      author: 'Anjali Deshpande',
      rating: 5,
      locale: 'en',
      party: 4,
      monthsAgo: 6,
      text: 'They called off our first date because of dust and I was cross until I saw the bay that evening. The second date was flawless.',
      reply: 'Being cross with us is fine. Being out in that dust is not. Thank you for coming back, Anjali. — Yousef',
    },
  ],
  pictures: [
    {
      kind: 'dhow-sail',
      time: 'golden',
      palette: 'cenote',
      alt: {
        en: 'A wooden dhow under a tall lateen sail in low sun',
        es: 'Un dhow de madera con vela latina alta, a contraluz',
      },
    },
    {
      kind: 'dhow-moored',
      time: 'dusk',
      palette: 'terracotta',
      alt: {
        en: 'Moored dhows before a city skyline with water towers',
        es: 'Dhows amarrados frente a una ciudad con torres de agua',
      },
    },
    {
      kind: 'dhow-fleet',
      time: 'day',
      palette: 'jade',
      alt: { en: 'Three dhows under sail on a calm bay', es: 'Tres dhows a vela en una bahía tranquila' },
    },
    {
      kind: 'reef',
      time: 'day',
      palette: 'cenote',
      alt: { en: 'Fish and coral on a shallow bank', es: 'Peces y coral en un bajo' },
    },
  ],
} satisfies DemoExperience
