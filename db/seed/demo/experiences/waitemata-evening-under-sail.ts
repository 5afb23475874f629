import type { DemoExperience } from '../types.ts'

export default {
  slug: 'waitemata-evening-under-sail',
  provider: 'waitemata-sail',
  place: 'auckland',
  category: 'water',
  currency: 'NZD',
  latitude: -36.8423,
  longitude: 174.7602,
  languages: ['en', 'es'],
  title: { en: 'An evening on a kauri yacht', es: 'Una tarde en un velero de kauri' },
  summary: {
    en: 'Haul, tack and steer a 1907 gaff cutter under the Harbour Bridge. Passengers are welcome, crew preferred.',
    es: 'Iza, vira y timonea un cúter de 1907 bajo el puente. Se aceptan pasajeros; se prefieren tripulantes.',
  },
  description: {
    en: 'Wairere was built of kauri in Devonport in 1907 and sank at her mooring in 1983. Callum found her with an eel living in the galley. It took six winters. The planks are still one length each, because the tree was.\n\nYou are given a rope in the first five minutes. Nobody shouts. Aroha explains the wind by pointing at things that feel it: flags on the ferry building, the colour of the water off Stokes Point, gulls. Then somebody who has never sailed takes the tiller and the boat, being heavy and sensible, does most of it for them.\n\nIn summer the course goes out toward Rangitoto and home in the last light. In winter we stay inside the bridge, wrap up, and drink soup.',
    es: 'El Wairere se construyó de kauri en Devonport en 1907 y se hundió en su fondeo en 1983. Callum lo encontró con una anguila viviendo en la cocina. Fueron seis inviernos. Las tablas siguen siendo de una sola pieza, porque el árbol lo era.\n\nEn los primeros cinco minutos te dan un cabo. Nadie grita. Aroha explica el viento señalando lo que lo siente: las banderas del edificio de ferris, el color del agua frente a Stokes Point, las gaviotas. Luego alguien que nunca ha navegado toma la caña, y el barco, que es pesado y sensato, hace casi todo.\n\nEn verano se va hacia Rangitoto y se vuelve con la última luz. En invierno nos quedamos de este lado del puente, bien abrigados, con sopa.',
  },
  itinerary: {
    en: [
      { at: '17:30', text: 'Viaduct Harbour. Soft shoes, life jackets, where to hold on and where not to put a hand.' },
      { at: '17:50', text: 'Mainsail up: two on the throat, two on the peak, one to say when.' },
      { at: '18:20', text: 'Reaching past North Head. Change of helm every quarter of an hour.' },
      { at: '19:15', text: 'Hove to off Rangitoto with a hot pie. Little penguins if you are quiet.' },
      { at: '20:30', text: 'Home with the wind behind, lamps lit, sails down by feel.' },
    ],
    es: [
      { at: '17:30', text: 'Viaduct Harbour. Suela blanda, chaleco, de dónde agarrarse y dónde no meter la mano.' },
      { at: '17:50', text: 'Arriba la mayor: dos en la driza de boca, dos en la de pico y uno que avisa.' },
      { at: '18:20', text: 'De través, pasando North Head. Cambio de timonel cada quince minutos.' },
      { at: '19:15', text: 'A la capa frente a Rangitoto con un pay caliente. Pingüinos azules, si hay silencio.' },
      { at: '20:30', text: 'De vuelta con viento en popa, faroles encendidos y velas abajo al tacto.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Viaduct Harbour, pontoon C',
      address: 'Market Square, Viaduct Harbour, Auckland 1010',
      hint: 'Down the gangway beside the drawbridge. Look for a long bowsprit and a dog called Tiller, who does not sail.',
    },
    es: {
      name: 'Viaduct Harbour, pontón C',
      address: 'Market Square, Viaduct Harbour, Auckland 1010',
      hint: 'Baja por la pasarela junto al puente levadizo. Busca un bauprés largo y una perra, Tiller, que no navega.',
    },
  },
  included: {
    en: [
      'Skipper and mate',
      'Life jacket and oilskins',
      'A pie or soup, and tea',
      'A turn at the tiller for everyone over eight',
    ],
    es: [
      'Patrón y segunda',
      'Chaleco y ropa de agua',
      'Pay o sopa, y té',
      'Turno en la caña para todos los mayores de ocho',
    ],
  },
  notIncluded: {
    en: ['Beer and wine; bring your own, cans rather than glass'],
    es: ['Cerveza y vino; trae los tuyos, en lata y no en vidrio'],
  },
  goodToKnow: {
    en: [
      'We decide at noon by the MetService forecast and write to you either way. Over 25 knots: another day or all your money back.',
      'The deck slopes. If you can climb onto a kitchen chair you can sail with us.',
      'Sunscreen even at six in the evening; the sky is thin here.',
    ],
    es: [
      'Decidimos a mediodía con el pronóstico de MetService y te escribimos en ambos casos. Con más de 25 nudos: otro día o todo tu dinero.',
      'La cubierta se inclina. Si puedes subirte a una silla de cocina, puedes navegar.',
      'Bloqueador aunque sean las seis de la tarde; aquí el cielo protege poco.',
    ],
  },
  policy: {
    kind: 'custom',
    steps: [
      { hoursBefore: 48, percent: 100 },
      { hoursBefore: 12, percent: 50 },
    ],
  },
  options: [
    {
      code: 'evening',
      title: { en: 'Evening sail', es: 'Salida de la tarde' },
      durationMinutes: 210,
      cutoffMinutes: 150,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 12900, seatsPerUnit: 1, ageMin: 16 },
        {
          type: 'CHILD',
          title: { en: 'Child, 5 to 15', es: 'Niño, de 5 a 15' },
          priceMinor: 7500,
          seatsPerUnit: 1,
          ageMin: 5,
          ageMax: 15,
          accompanied: true,
        },
        {
          type: 'GROUP',
          title: { en: 'Family: two adults, two children', es: 'Familia: dos adultos y dos niños' },
          priceMinor: 36000,
          seatsPerUnit: 4,
          max: 2,
        },
      ],
      schedules: [
        {
          season: { from: '10-15', to: '04-05' },
          weekdays: [2, 3, 5, 6],
          times: ['17:30'],
          capacity: 12,
          closed: ['12-25', '12-31', '02-06'],
        },
      ],
    },
    {
      code: 'winter-noon',
      title: { en: 'Winter noon, with soup', es: 'Mediodía de invierno, con sopa' },
      durationMinutes: 150,
      cutoffMinutes: 90,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 9800, seatsPerUnit: 1, ageMin: 16 },
        {
          type: 'CHILD',
          title: { en: 'Child, 5 to 15', es: 'Niño, de 5 a 15' },
          priceMinor: 5500,
          seatsPerUnit: 1,
          ageMin: 5,
          ageMax: 15,
          accompanied: true,
        },
      ],
      schedules: [
        { season: { from: '04-06', to: '10-14' }, weekdays: [6, 7], times: ['12:00'], capacity: 10, closed: ['04-25'] },
      ],
    },
  ],
  reviews: [
    {
      author: 'Margot Ellery',
      rating: 5,
      locale: 'en',
      party: 2,
      monthsAgo: 1,
      text: 'I am seventy-three and was handed the tiller without anyone making a face about it. Twenty minutes past North Head with the whole weight of her in my hand. I slept like a child.',
    },
    {
      author: 'Sebastián Aguirre',
      rating: 5,
      locale: 'es',
      party: 3,
      monthsAgo: 2,
      text: 'Aroha me enseñó a leer el viento en las gaviotas. Al día siguiente, en la cola del ferri, se lo expliqué a un desconocido que no me lo había preguntado.',
    },
    {
      author: 'Wiremu K.',
      rating: 4,
      locale: 'en',
      party: 4,
      monthsAgo: 5,
      text: 'Not enough wind for the first hour, then too much pie. Good people, beautiful boat.',
    },
    {
      author: 'Ingeborg Thaler',
      rating: 5,
      locale: 'en',
      party: 2,
      monthsAgo: 8,
      text: 'Winter sail. Grey, four layers, nobody else on the harbour, kūmara soup. I preferred it to the postcard version.',
    },
    {
      author: 'Rocío Sandoval',
      rating: 3,
      locale: 'es',
      party: 2,
      monthsAgo: 10,
      text: 'Cancelaron por viento con cuatro horas de aviso. Lo entiendo y devolvieron todo, pero era nuestro último día.',
      reply:
        'Rocío, lo sentimos de verdad. Desde entonces recomendamos al reservar no dejarlo para el último día. Aquí tiene dos lugares cuando vuelva. — Aroha',
    },
  ],
  pictures: [
    {
      kind: 'sailing-heel',
      time: 'golden',
      palette: 'cenote',
      alt: {
        en: 'A yacht heeling in evening light, an island behind',
        es: 'Un velero escorado con luz de tarde y una isla detrás',
      },
    },
    {
      kind: 'sailing-deck',
      time: 'dusk',
      palette: 'maize',
      alt: {
        en: 'From the helm: foredeck and mast, a low volcanic island ahead',
        es: 'Desde el timón: la proa, el mástil y una isla volcánica baja al frente',
      },
    },
    {
      kind: 'harbour-marina',
      time: 'dusk',
      palette: 'rosa',
      alt: {
        en: 'Yachts at their moorings, two people on the jetty',
        es: 'Veleros en sus amarres y dos personas en el muelle',
      },
    },
    {
      kind: 'sailing-regatta',
      time: 'day',
      palette: 'jade',
      alt: { en: 'Three yachts with coloured spinnakers', es: 'Tres veleros con espináquer de colores' },
    },
  ],
} satisfies DemoExperience
