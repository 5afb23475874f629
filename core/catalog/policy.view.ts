import { z } from 'zod'

/** How much comes back, by when: from the most to the least generous; after the last step nothing does. */
export const policyView = z
  .object({
    kind: z.enum(['flexible', 'moderate', 'strict', 'custom']),
    steps: z.array(z.object({ hoursBefore: z.int().min(0), percent: z.int().min(0).max(100) })),
  })
  .meta({
    id: 'Policy',
    description: 'How much comes back, by when, the most generous step first; after the last nothing does.',
  })
export type PolicyView = z.infer<typeof policyView>
