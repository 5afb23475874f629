import { z } from 'zod'
import type { ExperienceCard } from './catalog.view.ts'

export const savedView = z.object({ experienceId: z.uuid(), savedAt: z.iso.datetime() })
export type SavedView = z.infer<typeof savedView>

/** A saved experience as the list shows it. */
export interface SavedCard extends ExperienceCard {
  savedAt: string
}
