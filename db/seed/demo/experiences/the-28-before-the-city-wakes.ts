import type { DemoExperience } from '../types.ts'

export default {
  slug: 'the-28-before-the-city-wakes',
  provider: 'sete-colinas',
  place: 'lisbon',
  category: 'town',
  currency: 'EUR',
  latitude: 38.7158,
  longitude: -9.1361,
  languages: ['pt', 'en', 'es'],
  title: { en: 'The 28 before the city wakes', es: 'El 28 antes de que despierte la ciudad' },
  summary: {
    en: 'Ride Lisbon’s steepest tram line with a man who drove it for 31 years, while there are still empty seats.',
    es: 'Recorre la línea de tranvía más empinada de Lisboa con quien la manejó 31 años, cuando aún hay asientos.',
  },
  description: {
    en: 'After nine, the 28 is a queue. At half past six it is a tram: bakers, two nurses, a man with a ladder, and bends so tight that the driver rings before each because he cannot see who is coming.\n\nJoaquim Reis drove these cars, built in the thirties, from 1984 until his shoulder retired. He sits you by the window on the side that matters, tells you what the hand brake is doing on the Calçada de São Francisco, and which shopkeeper used to pass him coffee through the door without the tram stopping.\n\nYou ride from Martim Moniz to Estrela, walk back through Bica and over to Alfama in the first sun, and are having breakfast when the queue starts.',
    es: 'Después de las nueve, el 28 es una fila. A las seis y media es un tranvía: panaderos, dos enfermeras, un señor con una escalera, y curvas tan cerradas que el conductor toca la campana en cada una porque no ve quién viene.\n\nJoaquim Reis manejó estos carros de los años treinta desde 1984 hasta que se le jubiló el hombro. Te sienta junto a la ventana del lado bueno, te cuenta qué hace el freno de mano en la Calçada de São Francisco y qué tendero le pasaba el café por la puerta sin que el tranvía parara.\n\nSe va de Martim Moniz a Estrela, se regresa a pie por Bica hasta Alfama con el primer sol, y cuando empieza la fila ya estás desayunando.',
  },
  itinerary: {
    en: [
      { at: '06:20', text: 'Martim Moniz, first stop of the line. Tickets in hand, choose a seat. Yes, any seat.' },
      {
        at: '06:35',
        text: 'Graça, Alfama, Sé, Baixa, Chiado. Joaquim counts the ten-centimetre gap at Rua das Escolas Gerais.',
      },
      { at: '07:20', text: 'Estrela. Into the garden, where the kiosk lights its machine for us.' },
      { at: '07:50', text: 'Downhill on foot through São Bento and Bica; the funicular driver is his godson.' },
      {
        at: '08:40',
        text: 'Portas do Sol as the river turns from grey to white. Toast, galão, a custard tart with the top nearly burnt.',
      },
    ],
    es: [
      { at: '06:20', text: 'Martim Moniz, primera parada. Con boleto en mano, se escoge asiento. Sí, cualquiera.' },
      {
        at: '06:35',
        text: 'Graça, Alfama, Sé, Baixa, Chiado. Joaquim cuenta los diez centímetros libres en la Rua das Escolas Gerais.',
      },
      { at: '07:20', text: 'Estrela. Al jardín, donde el quiosco prende la cafetera para nosotros.' },
      { at: '07:50', text: 'Cuesta abajo a pie por São Bento y Bica; el del funicular es su ahijado.' },
      {
        at: '08:40',
        text: 'Portas do Sol, cuando el río pasa de gris a blanco. Pan tostado, galão y un pastel de nata casi quemado de arriba.',
      },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Martim Moniz, stop of tram 28E',
      address: 'Praça Martim Moniz, 1100-341 Lisboa',
      hint: 'The stop is on the east side, by the hotel. Joaquim wears his old cap; it is against the rules and nobody has told him.',
    },
    es: {
      name: 'Martim Moniz, parada del tranvía 28E',
      address: 'Praça Martim Moniz, 1100-341 Lisboa',
      hint: 'La parada está del lado este, junto al hotel. Joaquim trae su gorra vieja; está prohibido y nadie se lo ha dicho.',
    },
  },
  included: {
    en: ['Tram fare', 'Coffee in the Estrela garden', 'Breakfast at Portas do Sol'],
    es: ['Boleto del tranvía', 'Café en el jardín de Estrela', 'Desayuno en Portas do Sol'],
  },
  notIncluded: {
    en: ['A taxi at that hour, about €8 from the centre'],
    es: ['El taxi a esa hora, unos €8 desde el centro'],
  },
  goodToKnow: {
    en: [
      'It is a public tram. On strike days, announced a few days ahead, we walk the line instead or refund you.',
      'Four kilometres on foot, almost all downhill, on polished stone. Soles with grip.',
      'The high step and the narrow door do not take a wheelchair; write to us and Teresa shows you the 15, which does.',
      'In winter the first half hour is dark. People like it.',
    ],
    es: [
      'Es un tranvía público. En días de huelga, que se avisan con tiempo, hacemos la línea a pie o devolvemos el dinero.',
      'Cuatro kilómetros a pie, casi todos de bajada, sobre piedra pulida. Suela que agarre.',
      'Por el escalón y la puerta angosta no pasa una silla de ruedas; escríbenos y Teresa te enseña el 15, donde sí.',
      'En invierno, la primera media hora es de noche. A la gente le gusta.',
    ],
  },
  policy: { kind: 'flexible' },
  options: [
    {
      code: 'dawn',
      title: { en: 'First tram', es: 'Primer tranvía' },
      durationMinutes: 180,
      cutoffMinutes: 540,
      units: [
        {
          type: 'ADULT',
          title: { en: 'Adult', es: 'Adulto' },
          priceMinor: 4400,
          seatsPerUnit: 1,
          ageMin: 18,
          ageMax: 64,
        },
        {
          type: 'SENIOR',
          title: { en: '65 and over', es: 'Desde 65 años' },
          priceMinor: 3800,
          seatsPerUnit: 1,
          ageMin: 65,
        },
        {
          type: 'YOUTH',
          title: { en: 'Young person, 5 to 17', es: 'Joven, de 5 a 17' },
          priceMinor: 2600,
          seatsPerUnit: 1,
          ageMin: 5,
          ageMax: 17,
          accompanied: true,
        },
        {
          type: 'INFANT',
          title: { en: 'Under 5, on a lap', es: 'Menor de 5, en brazos' },
          priceMinor: 0,
          seatsPerUnit: 0,
          ageMax: 4,
          max: 1,
          accompanied: true,
        },
      ],
      schedules: [
        {
          season: { from: '03-16', to: '10-31' },
          weekdays: [1, 2, 3, 4, 5],
          times: ['06:20'],
          capacity: 8,
          closed: ['04-25', '05-01', '06-10', '06-13'],
        },
        {
          season: { from: '11-01', to: '03-15' },
          weekdays: [2, 3, 4],
          times: ['06:40'],
          capacity: 8,
          closed: ['12-08', '12-24', '12-25', '12-31', '01-01'],
        },
      ],
    },
  ],
  reviews: [
    {
      author: 'Siobhán Mulcahy',
      rating: 5,
      locale: 'en',
      party: 2,
      monthsAgo: 1,
      text: 'On the bend at Escolas Gerais an old woman put her hand out of her window and Joaquim shook it. Neither of them looked up. That is the whole tour, really.',
    },
    {
      author: 'Elvira Montoro',
      rating: 5,
      locale: 'es',
      party: 4,
      monthsAgo: 2,
      text: 'Mis padres tienen más de setenta y temían el madrugón. A las nueve ya estaban desayunando frente al río y burlándose de la fila.',
    },
    {
      author: 'Karim Haddad',
      rating: 4,
      locale: 'en',
      party: 1,
      monthsAgo: 3,
      text: 'Great company and a proper coffee. My knees would call the descent through Bica “not almost all downhill but entirely”.',
    },
    {
      author: 'Noemí Alcaraz',
      rating: 4,
      locale: 'es',
      party: 2,
      monthsAgo: 6,
      text: 'Nos tocó huelga y lo hicimos caminando. Perdimos el tranvía y ganamos a Joaquim dos horas seguidas; salimos a mano.',
      reply: 'Noemí, guarde su boleto: cuando vuelva, el tranvía corre por nuestra cuenta. — Teresa',
    },
    {
      author: 'Pat Delacroix',
      rating: 5,
      locale: 'en',
      party: 3,
      monthsAgo: 11,
      text: 'I have been a signalman for twenty years. I asked him about sanding the rails and we nearly missed Estrela.',
    },
  ],
  pictures: [
    {
      kind: 'tram-hill',
      time: 'dawn',
      palette: 'terracotta',
      alt: {
        en: 'A yellow tram climbing a steep street above the roofs of Lisbon and the river',
        es: 'Un tranvía amarillo sube una calle empinada sobre los techos de Lisboa y el río',
      },
    },
    {
      kind: 'tram-street',
      time: 'golden',
      palette: 'jade',
      alt: {
        en: 'A yellow tram head on between painted houses',
        es: 'Un tranvía amarillo de frente, entre casas de colores',
      },
    },
    {
      kind: 'tram-street',
      time: 'dawn',
      palette: 'rosa',
      alt: {
        en: 'The tram coming down an empty street at daybreak',
        es: 'El tranvía baja por una calle vacía al amanecer',
      },
    },
    {
      kind: 'harbour-quay',
      time: 'dawn',
      palette: 'cenote',
      alt: {
        en: 'House fronts and boats along the water in early light',
        es: 'Fachadas y barcos junto al agua con la primera luz',
      },
    },
  ],
} satisfies DemoExperience
