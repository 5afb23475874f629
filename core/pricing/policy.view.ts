import { z } from 'zod'
import { instantView } from '../viewParts.ts'

export { policyView, type PolicyView } from '../catalog/policy.view.ts'

/** A policy's steps as absolute deadlines for one departure. */
export const deadlineView = z.object({ percent: z.int().min(0).max(100), until: instantView }).meta({ id: 'Deadline' })
export type DeadlineView = z.infer<typeof deadlineView>
