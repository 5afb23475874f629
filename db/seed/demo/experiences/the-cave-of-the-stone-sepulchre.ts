import type { DemoExperience } from '../types.ts'

export default {
  slug: 'the-cave-of-the-stone-sepulchre',
  provider: 'cayo-and-caye',
  place: 'san-ignacio',
  category: 'nature',
  currency: 'BZD',
  latitude: 17.1176,
  longitude: -88.8906,
  languages: ['en', 'es'],
  title: { en: 'The cave of the stone sepulchre', es: 'La cueva del sepulcro de piedra' },
  summary: {
    en: 'Swim into Actun Tunichil Muknal, walk its river for a kilometre, and go barefoot where the offerings are.',
    es: 'Se entra nadando a Actun Tunichil Muknal, se camina un kilómetro por su río y, donde las ofrendas, en calcetines.',
  },
  description: {
    en: `There is no camera in this account because none is allowed, since a visitor dropped one through a skull.

You ford the Roaring Creek three times on the way. The mouth of the cave is an hourglass of blue water; you swim in, six strokes, and the daylight stays behind you for about a minute. Then helmets, a river to the waist, squeezes that fit one shoulder at a time. After an hour Darlene has you climb to a dry ledge, take off your shoes, put on socks. From there on the floor is covered with pots, each broken on purpose, and at the far end lies somebody who has turned to crystal.

Darlene has been going in since she was nineteen. She still lowers her voice.`,
    es: `Aquí no hay fotos porque no se permiten cámaras, desde que a un visitante se le cayó una sobre un cráneo.

De camino se cruza tres veces el Roaring Creek. La boca de la cueva es un reloj de arena de agua azul; se entra nadando, seis brazadas, y la luz del día aguanta como un minuto a tu espalda. Luego casco, río a la cintura y pasos por los que cabe un hombro a la vez. A la hora, Darlene te hace subir a una repisa seca, quitarte los zapatos y ponerte calcetines. De ahí en adelante el piso está lleno de ollas, todas rotas a propósito, y al fondo está acostado alguien que se volvió cristal.

Darlene entra desde los diecinueve años. Todavía baja la voz.`,
  },
  itinerary: {
    en: [
      { at: '07:00', text: 'Van from San Ignacio, an hour, the last part through citrus.' },
      { at: '08:15', text: 'Forty-five minutes on foot, three fords, a rope on each.' },
      { at: '09:15', text: 'Helmets, a last sandwich, into the water.' },
      { at: '10:30', text: 'The ledge. Socks. The dry chamber, in single file, stepping where she stepped.' },
      { at: '12:45', text: 'Out into the green. It is always brighter than you thought.' },
      { at: '13:30', text: 'Stew chicken, rice and beans, by the car park.' },
      { at: '15:00', text: 'San Ignacio.' },
    ],
    es: [
      { at: '07:00', text: 'Camioneta desde San Ignacio, una hora, la última parte entre naranjales.' },
      { at: '08:15', text: 'Cuarenta y cinco minutos a pie y tres vados, cada uno con cuerda.' },
      { at: '09:15', text: 'Cascos, el último bocado y al agua.' },
      { at: '10:30', text: 'La repisa. Calcetines. La cámara seca, en fila, pisando donde pisó ella.' },
      { at: '12:45', text: 'Afuera, al verde. Siempre brilla más de lo que recordabas.' },
      { at: '13:30', text: 'Stew chicken con rice and beans junto al estacionamiento.' },
      { at: '15:00', text: 'San Ignacio.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Savannah Street market, north gate',
      address: 'Savannah Street, San Ignacio, Cayo District',
      hint: 'Opposite the fry-jack stand with the queue. Join the queue first.',
    },
    es: {
      name: 'Mercado de Savannah Street, puerta norte',
      address: 'Savannah Street, San Ignacio, distrito de Cayo',
      hint: 'Frente al puesto de fry jacks que tiene fila. Primero haz la fila.',
    },
  },
  included: {
    en: ['Licensed cave guide, six guests each', 'Entrance fee', 'Helmet, lamp and a second lamp', 'Lunch'],
    es: ['Guía de cueva con licencia, uno por cada seis', 'Entrada', 'Casco, lámpara y otra lámpara', 'Comida'],
  },
  notIncluded: {
    en: ['Socks: bring a dry pair, nobody may enter the chamber without', 'Closed shoes that can get wet'],
    es: ['Calcetines: trae un par seco, sin ellos no se entra a la cámara', 'Zapatos cerrados que se puedan mojar'],
  },
  goodToKnow: {
    en: [
      'Swim, climb two ladders, squeeze. If you fear tight places, this is the one to leave out.',
      'From 12 years and 1.20 m, by rule of the Institute of Archaeology.',
      'Cameras, phones and watches with cameras stay in the van. No exceptions; ours too.',
      'The river closes the cave after heavy rain, mostly from September to November. You choose another day or your money.',
      'Not possible in pregnancy, with a recent operation or a weak shoulder.',
    ],
    es: [
      'Se nada, se suben dos escaleras y se pasa apretado. Si te angustian los lugares cerrados, deja esta para otros.',
      'Desde 12 años y 1.20 m, por regla del Instituto de Arqueología.',
      'Cámaras, celulares y relojes con cámara se quedan en la camioneta. Sin excepción; los nuestros también.',
      'Si llueve fuerte el río cierra la cueva, sobre todo de septiembre a noviembre. Tú eliges otro día o tu dinero.',
      'No se puede con embarazo, operación reciente ni hombro delicado.',
    ],
  },
  policy: { kind: 'strict' },
  options: [
    {
      code: 'full-cave',
      title: { en: 'The whole cave', es: 'La cueva completa' },
      durationMinutes: 480,
      cutoffMinutes: 900,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 24000, seatsPerUnit: 1, ageMin: 18 },
        {
          type: 'YOUTH',
          title: { en: 'Ages 12–17', es: 'De 12 a 17 años' },
          priceMinor: 21000,
          seatsPerUnit: 1,
          ageMin: 12,
          ageMax: 17,
          accompanied: true,
        },
      ],
      schedules: [
        {
          season: { from: '12-01', to: '08-31' },
          weekdays: [1, 2, 4, 5, 6],
          times: ['07:00'],
          capacity: 12,
          closed: ['12-25', '01-01', '12-26'],
        },
        {
          season: { from: '09-01', to: '11-30' },
          weekdays: [2, 5, 6],
          times: ['07:00'],
          capacity: 6,
          closed: ['09-10', '09-21', '11-19'],
        },
      ],
    },
  ],
  reviews: [
    {
      author: 'Thandi',
      rating: 5,
      locale: 'en',
      text: 'I forgot to be afraid at about the second squeeze, because Darlene was telling me how to make fry jacks.',
      party: 2,
      monthsAgo: 2,
    },
    {
      author: 'Marcelo Ibáñez',
      rating: 5,
      locale: 'es',
      text: 'Sin fotos. Por una vez me acuerdo yo.',
      party: 2,
      monthsAgo: 3,
    },
    {
      author: 'Graham',
      rating: 4,
      locale: 'en',
      text: 'Bruised shins, cold, hungry, humbled. Five stars for the cave; one off for the van’s suspension.',
      party: 3,
      monthsAgo: 5,
    },
    {
      author: 'Yolanda Tec',
      rating: 5,
      locale: 'es',
      text: 'Me quedé en la repisa porque no pude con la escalera. El segundo guía se quedó conmigo y me la contó toda con una linterna y las manos.',
      party: 4,
      monthsAgo: 7,
    },
    {
      author: 'S. Kaplan',
      rating: 3,
      locale: 'en',
      text: 'Cancelled twice for the river. Third time lucky. Decisions were right each time, but they came at 06:50 when we were already dressed.',
      party: 2,
      monthsAgo: 10,
      reply:
        'The rangers tell us at 06:45 and we tell you at once. Since last winter we also send a warning the night before when the gauge is high.',
    },
  ],
  pictures: [
    {
      kind: 'cenote',
      time: 'day',
      palette: 'jade',
      alt: { en: 'A cave with green light on blue water', es: 'Una cueva con luz verde sobre el agua azul' },
    },
    {
      kind: 'canyon-rim',
      time: 'dawn',
      palette: 'jade',
      alt: {
        en: 'Two walkers look down on the river they will ford',
        es: 'Dos caminantes miran desde arriba el río que van a cruzar',
      },
    },
    {
      kind: 'cenote',
      time: 'night',
      palette: 'jade',
      alt: { en: 'Swimmers in a dark chamber of stone', es: 'Nadadores en una cámara oscura de piedra' },
    },
  ],
} satisfies DemoExperience
