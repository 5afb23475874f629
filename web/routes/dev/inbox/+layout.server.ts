import { error } from '@sveltejs/kit'
import { getApp } from '@mayago/core/app.ts'
import type { LayoutServerLoad } from './$types'

/** The dev inbox exists in embedded mode only. */
export const load: LayoutServerLoad = () => {
  if (!getApp().embedded) error(404)
}
