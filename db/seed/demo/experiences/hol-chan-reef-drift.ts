import type { DemoExperience } from '../types.ts'

export default {
  slug: 'hol-chan-reef-drift',
  provider: 'cayo-and-caye',
  place: 'san-pedro',
  category: 'water',
  currency: 'BZD',
  latitude: 17.9186,
  longitude: -87.9609,
  languages: ['en', 'es'],
  title: { en: 'Hol Chan reef drift', es: 'A la deriva en Hol Chan' },
  summary: {
    en: 'Let the tide carry you through the cut in Belize’s barrier reef, then stand among nurse sharks, waist-deep.',
    es: 'Deja que la marea te pase por el corte de la barrera y luego párate entre tiburones nodriza, con agua a la cintura.',
  },
  description: {
    en: `Hol Chan is Maya for little channel: a notch nine metres deep where everything that lives on the inside of the reef goes out to eat, and everything on the outside comes in to be cleaned. Go with the tide and you need not kick. Go against it and you will see nothing but your own fins. So our start moves with the tide book, and is earlier than the other boats like.

Elmer Pou goes ahead with a float. He has been in this cut some four thousand times and still points with his whole arm at the green moray. Then the boat runs ten minutes south to Shark Ray Alley, where fishermen used to clean their catch and the nurse sharks have not forgotten. They are two metres long, they look like old carpets, and they do not care about you.

We do not feed them. Some boats do; ask before you book with anyone.`,
    es: `Hol Chan es «canalito» en maya: un corte de nueve metros por donde sale a comer todo lo que vive adentro del arrecife y entra a limpiarse todo lo de afuera. Con la marea no hay que patalear. En contra no ves más que tus aletas. Por eso nuestra hora sigue la tabla de mareas y es más temprana de lo que les gusta a las otras lanchas.

Elmer Pou va adelante con la boya. Ha pasado por ahí unas cuatro mil veces y todavía señala a la morena verde con todo el brazo. Después son diez minutos de lancha hacia el sur, a Shark Ray Alley, donde los pescadores limpiaban la pesca y los tiburones nodriza no lo han olvidado. Miden dos metros, parecen alfombras viejas y tú no les interesas.

No les damos de comer. Algunas lanchas sí; pregunta antes de reservar con quien sea.`,
  },
  itinerary: {
    en: [
      { at: '07:30', text: 'Fit masks on the dock, not on the boat. A rinse test for leaks.' },
      { at: '08:00', text: 'Over the turtle grass to the reserve, twelve minutes. Ranger’s talk.' },
      { at: '08:20', text: 'The drift: in at the top, out at the buoy, picked up. Twice.' },
      { at: '09:40', text: 'Johnny cake with cheese, watermelon.' },
      { at: '10:00', text: 'Shark Ray Alley, in a line, hands to yourself.' },
      { at: '11:30', text: 'San Pedro. Logbook on the dock: write what you saw.' },
    ],
    es: [
      { at: '07:30', text: 'Los visores se ajustan en el muelle, no en la lancha. Prueba de que no entre agua.' },
      { at: '08:00', text: 'Sobre el pasto marino hasta la reserva, doce minutos. Plática del guardaparque.' },
      { at: '08:20', text: 'La deriva: se entra arriba, se sale en la boya y te recogen. Dos veces.' },
      { at: '09:40', text: 'Johnny cake con queso y sandía.' },
      { at: '10:00', text: 'Shark Ray Alley, en fila y con las manos quietas.' },
      { at: '11:30', text: 'San Pedro. En el muelle hay una bitácora: escribe lo que viste.' },
    ],
  },
  meetingPoint: {
    en: {
      name: 'Young’s Dock',
      address: 'Boca del Rio Drive, north of the Sir Barry Bowen Bridge, San Pedro, Ambergris Caye',
      hint: 'Turquoise shed with a hand-painted manta. Golf carts can be left behind it, free.',
    },
    es: {
      name: 'Young’s Dock',
      address: 'Boca del Rio Drive, al norte del puente Sir Barry Bowen, San Pedro, Cayo Ambergris',
      hint: 'Caseta turquesa con una mantarraya pintada a mano. El carrito de golf se deja atrás, gratis.',
    },
  },
  included: {
    en: ['Boat, captain, one guide for six', 'Mask, fins, vest, float ring', 'Reserve fee of BZ$20', 'Snack'],
    es: [
      'Lancha, capitán y un guía para seis',
      'Visor, aletas, chaleco y aro',
      'Los BZ$20 de la reserva',
      'Refrigerio',
    ],
  },
  notIncluded: {
    en: ['Wetsuit (BZ$15; you want one in January)', 'Underwater photographs'],
    es: ['Traje de neopreno (BZ$15; en enero se agradece)', 'Fotos bajo el agua'],
  },
  goodToKnow: {
    en: [
      'You must be able to swim fifty metres without stopping. We ask you to show us, by the dock.',
      'From 8 years. Under 12 hold the ring with a guide.',
      'Mineral sunscreen only, put on half an hour before. Better, a shirt.',
      'Wind above 18 knots and we reschedule. November to February loses one day in six.',
      'Two fixed steps into the boat, a ladder of four rungs out of the water.',
    ],
    es: [
      'Hay que poder nadar cincuenta metros sin parar. Te pedimos una muestra junto al muelle.',
      'Desde 8 años. Los menores de 12 van en el aro con un guía.',
      'Solo bloqueador mineral, media hora antes. Mejor, playera.',
      'Con más de 18 nudos de viento se cambia la fecha. De noviembre a febrero se pierde un día de cada seis.',
      'Dos escalones fijos para subir a la lancha y cuatro peldaños para salir del agua.',
    ],
  },
  policy: { kind: 'moderate' },
  options: [
    {
      code: 'drift',
      title: { en: 'Drift and sharks', es: 'Deriva y tiburones' },
      durationMinutes: 240,
      cutoffMinutes: 120,
      units: [
        { type: 'ADULT', title: { en: 'Adult', es: 'Adulto' }, priceMinor: 14500, seatsPerUnit: 1, ageMin: 13 },
        {
          type: 'CHILD',
          title: { en: 'Child 8–12', es: 'De 8 a 12 años' },
          priceMinor: 10500,
          seatsPerUnit: 1,
          ageMin: 8,
          ageMax: 12,
          max: 4,
          accompanied: true,
        },
      ],
      schedules: [
        { weekdays: [2, 4, 6, 7], times: ['07:30'], capacity: 12, closed: ['12-25', '09-10', '09-21'] },
        {
          season: { from: '12-01', to: '05-31' },
          weekdays: [1, 3, 5],
          times: ['06:45', '13:00'],
          capacity: 6,
          closed: ['12-25'],
        },
      ],
    },
    {
      code: 'private-boat',
      title: { en: 'Your own boat', es: 'La lancha para ustedes' },
      durationMinutes: 270,
      cutoffMinutes: 1440,
      units: [
        {
          type: 'GROUP',
          title: { en: 'Boat for up to 6', es: 'Lancha hasta para 6' },
          priceMinor: 96000,
          seatsPerUnit: 6,
          max: 1,
        },
      ],
      schedules: [{ weekdays: [1, 5], times: ['08:30'], capacity: 6, closed: ['12-25', '09-10', '09-21'] }],
    },
  ],
  reviews: [
    {
      author: 'Deb & Ray',
      rating: 5,
      locale: 'en',
      text: 'We are 68 and 70 and did the whole channel without one kick. Elmer floats like a cork and so, it turns out, do we.',
      party: 2,
      monthsAgo: 1,
    },
    {
      author: 'Esteban Novelo',
      rating: 5,
      locale: 'es',
      text: 'Lo de no alimentar a los tiburones se nota: andan tranquilos. En la otra lancha parecía mercado.',
      party: 3,
      monthsAgo: 3,
    },
    {
      author: 'Kofi',
      rating: 4,
      locale: 'en',
      text: 'Mask test on the dock seemed fussy until I saw the next boat sorting theirs out in the current.',
      party: 2,
      monthsAgo: 4,
    },
    {
      author: 'Allison G.',
      rating: 3,
      locale: 'en',
      text: 'I failed the fifty metres and sat on the boat. Right call, politely done, but I would have liked to learn that before paying.',
      party: 2,
      monthsAgo: 6,
      reply:
        'Thank you for being straight with us. It is now the first line under Good to know, and we refund anyone who stays aboard.',
    },
    {
      author: 'Inés Cabrera',
      rating: 5,
      locale: 'es',
      text: 'Mi hijo escribió en la bitácora «un pez que me miró». Elmer lo firmó como testigo.',
      party: 4,
      monthsAgo: 9,
    },
  ],
  pictures: [
    {
      kind: 'reef-turtle',
      time: 'day',
      palette: 'cenote',
      alt: {
        en: 'A turtle over the reef, sunbeams from above',
        es: 'Una tortuga sobre el arrecife, con rayos de sol desde arriba',
      },
    },
    {
      kind: 'reef-diver',
      time: 'golden',
      palette: 'jade',
      alt: {
        en: 'A snorkeller drifts face down above fans and sponges',
        es: 'Alguien flota boca abajo sobre abanicos y esponjas',
      },
    },
    {
      kind: 'reef-fish',
      time: 'dawn',
      palette: 'rosa',
      alt: {
        en: 'A shoal of yellow fish turns in pale early water',
        es: 'Un cardumen amarillo da vuelta en el agua clara de la mañana',
      },
    },
    {
      kind: 'harbour-pier',
      time: 'day',
      palette: 'maize',
      alt: { en: 'A small boat comes in past the lighthouse', es: 'Una lancha entra junto al faro' },
    },
  ],
} satisfies DemoExperience
