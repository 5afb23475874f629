import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { demo } from './index.ts'

const DemoWorld = suite('demo world')
const { places, providers, experiences } = demo

/** Words that push rather than tell. */
const HYPE =
  /unforgettable|breathtaking|amazing|stunning|hidden gem|must-see|bucket list|once in a lifetime|\bhurry\b|inolvidable|imperdible|impresionantísimo|paradisíac|joya escondida|experiencia única|\p{Extended_Pictographic}/iu
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/
const DAY = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/

type Pair = { path: string; en: unknown; es: unknown }
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Every { en, es } below a value, with the way to it. */
function pairsIn(value: unknown, path: string): Pair[] {
  if (!isRecord(value)) return []
  if ('en' in value || 'es' in value) return [{ path, en: value.en, es: value.es }]
  return Object.entries(value).flatMap(([key, child]) => pairsIn(child, `${path}.${key}`))
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return isRecord(value) ? Object.values(value).flatMap(textsIn) : []
}

const unique = (values: readonly unknown[]): boolean => new Set(values).size === values.length
const options = experiences.flatMap((experience) =>
  experience.options.map((option) => ({ experience, option, name: `${experience.slug}/${option.code}` })),
)

DemoWorld('every slug is unique and fit for a URL', () => {
  for (const rows of [places, providers, experiences]) {
    const slugs = rows.map((row) => row.slug)
    assert.ok(slugs.length > 0)
    assert.ok(unique(slugs), `twice: ${slugs.filter((slug, i) => slugs.indexOf(slug) !== i)}`)
    for (const slug of slugs) assert.match(slug, SLUG)
  }
})

DemoWorld('every place has a zone that exists', () => {
  for (const place of places)
    assert.not.throws(() => new Intl.DateTimeFormat('en', { timeZone: place.timeZone }), undefined, place.slug)
})

DemoWorld('every provider has a place, an owner first, and contacts nobody else can own', () => {
  for (const provider of providers) {
    assert.ok(
      places.some((place) => place.slug === provider.place),
      provider.slug,
    )
    assert.is(provider.members[0]?.role, 'owner', provider.slug)
    assert.match(provider.email, /^[a-z]+@[a-z]+\.example$/)
    assert.match(provider.phone, /^\+\d{8,15}$/)
  }
})

DemoWorld('every experience belongs to a provider, sells in its currency and lies near its place', () => {
  for (const experience of experiences) {
    const provider = providers.find((row) => row.slug === experience.provider)
    const place = places.find((row) => row.slug === experience.place)
    assert.ok(provider && place, experience.slug)
    assert.is(experience.currency, provider.currency, experience.slug)
    assert.ok(Math.abs(experience.latitude - place.latitude) < 0.6, experience.slug)
    assert.ok(Math.abs(experience.longitude - place.longitude) < 0.6, experience.slug)
  }
})

DemoWorld('every text exists in both languages, and the two differ', () => {
  const mayBeTheSame = /^places\.|meetingPoint|\.(included|notIncluded)\./
  for (const pair of [
    ...pairsIn(places, 'places'),
    ...pairsIn(providers, 'providers'),
    ...pairsIn(experiences, 'experiences'),
  ]) {
    const [en, es] = [textsIn(pair.en), textsIn(pair.es)]
    assert.ok(en.length > 0 && es.length > 0, pair.path)
    for (const text of [...en, ...es]) assert.is(text, text.trim() || 'a text', pair.path)
    if (!mayBeTheSame.test(pair.path)) assert.is.not(en.join('|'), es.join('|'), pair.path)
  }
})

DemoWorld('both languages tell the same programme at the same times', () => {
  for (const { slug, itinerary, included, notIncluded, description, options } of experiences) {
    assert.ok(itinerary.en.length >= 3, slug)
    for (const step of [...itinerary.en, ...itinerary.es]) assert.match(step.at, CLOCK, slug)
    assert.equal(
      itinerary.en.map((step) => step.at),
      itinerary.es.map((step) => step.at),
      slug,
    )
    assert.is(included.en.length, included.es.length, slug)
    assert.is(notIncluded.en.length, notIncluded.es.length, slug)
    assert.is(description.en.split('\n\n').length, description.es.split('\n\n').length, slug)
    const starts = options.flatMap((option) => option.schedules.flatMap((schedule) => schedule.times))
    assert.ok(
      itinerary.en.some((step) => starts.includes(step.at)),
      `${slug}: no departure starts within its programme`,
    )
  }
})

DemoWorld('a summary is one exact line of at most 120 characters', () => {
  for (const { slug, summary } of experiences)
    for (const text of [summary.en, summary.es])
      assert.ok(text.length >= 40 && text.length <= 120, `${slug}: ${text.length}, ${text}`)
})

DemoWorld('no text pushes, and none repeats another', () => {
  for (const experience of experiences) for (const text of textsIn(experience)) assert.not.match(text, HYPE)
  for (const locale of ['en', 'es'] as const) {
    assert.ok(unique(experiences.map((experience) => experience.summary[locale])))
    const paragraphs = experiences.flatMap((experience) => experience.description[locale].split('\n\n'))
    assert.ok(unique(paragraphs))
    const steps = experiences.flatMap((experience) => experience.itinerary[locale].map((step) => step.text))
    assert.ok(steps.length - new Set(steps).size <= 4, `${locale}: too many steps read the same`)
    const opening = experiences.map((experience) => experience.description[locale].split(' ').slice(0, 2).join(' '))
    assert.ok(unique(opening), `${locale}: ${opening.filter((words, i) => opening.indexOf(words) !== i)}`)
  }
  assert.ok(unique(experiences.flatMap((experience) => experience.reviews.map((review) => review.text))))
})

DemoWorld('[MONEY-3] prices are whole minor units, free only without a seat, and KWD is priced in tens of fils', () => {
  for (const { experience, option, name } of options)
    for (const unit of option.units) {
      assert.ok(Number.isSafeInteger(unit.priceMinor) && unit.priceMinor >= 0, name)
      if (unit.priceMinor === 0) assert.is(unit.seatsPerUnit, 0, `${name}: a free seat`)
      if (experience.currency === 'KWD') assert.is(unit.priceMinor % 10, 0, name)
    }
})

DemoWorld('every option can be booked by an adult alone or as a group, and its units fit its departures', () => {
  for (const { option, name } of options) {
    assert.ok(
      option.units.some((unit) => unit.seatsPerUnit > 0 && !unit.accompanied),
      name,
    )
    assert.ok(unique(option.units.map((unit) => unit.type)), `${name}: two units of one type`)
    for (const unit of option.units) {
      assert.ok(Number.isInteger(unit.seatsPerUnit) && unit.seatsPerUnit >= 0, name)
      for (const { capacity } of option.schedules)
        assert.ok(capacity === null || unit.seatsPerUnit <= capacity, `${name}: ${unit.type} can never fit`)
    }
  }
})

DemoWorld('ages are in order, and who may not come alone says so', () => {
  for (const { option, name } of options)
    for (const unit of option.units) {
      const { ageMin = 0, ageMax = 120, min = 1, max = 99 } = unit
      assert.ok(ageMin >= 0 && ageMin <= ageMax && ageMax <= 120, `${name}: ${unit.type}`)
      assert.ok(min >= 1 && min <= max, `${name}: ${unit.type}`)
      if (unit.type === 'INFANT' || unit.type === 'CHILD') assert.ok(unit.accompanied, `${name}: ${unit.type} alone`)
      if (unit.accompanied) assert.ok(ageMax <= 17, `${name}: ${unit.type} is accompanied at ${ageMax}`)
    }
})

DemoWorld('schedules name days, times, seasons and capacities that exist', () => {
  assert.ok(
    options.some(({ option }) => option.schedules.some((schedule) => schedule.capacity === null)),
    'no free sale',
  )
  for (const { experience, option, name } of options) {
    assert.ok(unique(experience.options.map((row) => row.code)) && SLUG.test(option.code), name)
    assert.ok(Number.isInteger(option.durationMinutes) && option.durationMinutes >= 30, name)
    assert.ok(option.cutoffMinutes >= 30 && option.cutoffMinutes <= 1440, name)
    assert.ok(option.schedules.length > 0, name)
    for (const { weekdays, times, capacity, season, closed = [] } of option.schedules) {
      assert.ok(weekdays.length > 0 && unique(weekdays) && weekdays.every((day) => day >= 1 && day <= 7), name)
      assert.ok(times.length > 0 && unique(times), name)
      for (const time of times) assert.match(time, CLOCK)
      if (capacity !== null) assert.ok(Number.isInteger(capacity) && capacity >= 4 && capacity <= 24, name)
      for (const day of [...closed, ...(season ? [season.from, season.to] : [])]) assert.match(day, DAY)
    }
  }
})

DemoWorld('a custom policy gives back less the later it is', () => {
  for (const { slug, policy } of experiences) {
    if (policy.kind !== 'custom') continue
    assert.ok(policy.steps.length > 0, slug)
    policy.steps.forEach((step, i) => {
      const before = policy.steps[i - 1]
      assert.ok(step.percent > 0 && step.percent <= 100 && step.hoursBefore > 0, slug)
      if (before) assert.ok(step.hoursBefore < before.hoursBefore && step.percent < before.percent, slug)
    })
  }
})

DemoWorld('reviews are a few, not all of one mind, and fit in what could be booked', () => {
  for (const { slug, reviews } of experiences) {
    assert.ok(reviews.length >= 3 && reviews.length <= 7, slug)
    assert.ok(unique(reviews.map((review) => review.author)), slug)
    for (const review of reviews) {
      assert.ok(review.party >= 1 && review.party <= 24, slug)
      assert.ok(Number.isInteger(review.monthsAgo) && review.monthsAgo >= 1 && review.monthsAgo <= 36, slug)
    }
  }
  const all = experiences.flatMap((experience) => experience.reviews)
  for (const locale of ['en', 'es']) assert.ok(all.some((review) => review.locale === locale && review.rating < 5))
  assert.ok(all.some((review) => review.rating <= 2) && all.some((review) => review.reply))
})

DemoWorld('pictures are three or four, no two the same, each described in its own words', () => {
  for (const { slug, pictures } of experiences) {
    assert.ok(pictures.length >= 3 && pictures.length <= 4, slug)
    assert.ok(
      unique(pictures.map(({ kind, time, palette }) => `${kind} ${time} ${palette}`)),
      `${slug}: the same picture twice`,
    )
    for (const locale of ['en', 'es'] as const) assert.ok(unique(pictures.map((picture) => picture.alt[locale])), slug)
  }
})

DemoWorld.run()
