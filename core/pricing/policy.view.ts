import { z } from 'zod'
import { instantView } from '../viewParts.ts'

const percent = z.int().min(0).max(100)

/** How much comes back, by when: from the most to the least generous; after the last step nothing does. */
export const policyView = z
  .object({
    kind: z.enum(['flexible', 'moderate', 'strict', 'custom']),
    steps: z.array(z.object({ hoursBefore: z.int().min(0), percent })),
  })
  .meta({
    id: 'Policy',
    description: 'How much comes back, by when, the most generous step first; after the last nothing does.',
  })
export type PolicyView = z.infer<typeof policyView>

/** A policy's steps as absolute deadlines for one departure. */
export const deadlineView = z.object({ percent, until: instantView }).meta({ id: 'Deadline' })
export type DeadlineView = z.infer<typeof deadlineView>
