import { addDays } from '../../../core/kernel/time.ts'
import type { Recipes } from './recipe.ts'

export const catalogue: Recipes = {
  'GET /experiences': ({ chance, departures }) => ({
    query: chance.pick<Record<string, string>>([
      {},
      { limit: '1' },
      { q: 'kayak', limit: '5' },
      { party: '2', date: departures.wide.localStart.slice(0, 10) },
      { lat: '20.97', lng: '-89.62', radiusKm: '500' },
      { priceMax: '1000000', currency: 'MXN' },
      { fields: 'id,priceFrom.minor' },
      { sort: '-price', limit: '1' },
      { sort: 'distance', place: 'merida', q: 'kayak' },
    ]),
  }),
  'GET /experiences/{idOrSlug}': ({ chance, departures: { wide } }) => ({
    path: { idOrSlug: chance.pick([wide.slug, wide.experienceId]) },
    query: chance.pick<Record<string, string>>([{}, { fields: 'id,options.units.price' }]),
  }),
  'GET /experiences/{experienceId}/departures': ({ chance, departures: { wide, narrow } }) => {
    const { experienceId, localStart } = chance.pick([wide, narrow])
    const day = localStart.slice(0, 10)
    return { path: { experienceId }, query: { from: day, to: addDays(day, chance.between(0, 61)) } }
  },
}
