import type { Category } from '@mayago/core/catalog/catalog.view.ts'
import { m } from '@mayago/kernel/i18n/messages.js'

const NAMES = {
  water: m.category_water,
  ruins: m.category_ruins,
  food: m.category_food,
  workshop: m.category_workshop,
  nature: m.category_nature,
  town: m.category_town,
  night: m.category_night,
} satisfies Record<Category, () => string>

export const CATEGORIES = Object.keys(NAMES) as Category[]
export const isCategory = (text: string): text is Category => Object.hasOwn(NAMES, text)
export const categoryName = (category: Category): string => NAMES[category]()
