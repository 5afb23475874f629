import { z } from 'zod'
import { idView, instantView, pageOf } from '../viewParts.ts'
import { experienceCard } from './catalog.view.ts'

export const savedView = z.object({ experienceId: idView, savedAt: instantView }).meta({ id: 'Saved' })
export type SavedView = z.infer<typeof savedView>

/** A saved experience as the list shows it. */
export const savedCard = experienceCard.extend({ savedAt: instantView }).meta({ id: 'SavedCard' })
export type SavedCard = z.infer<typeof savedCard>

export const savedPage = pageOf(savedCard).meta({ id: 'SavedPage' })
