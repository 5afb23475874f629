/** How much comes back, by when: from the most to the least generous; after the last step nothing does. */
export interface PolicyView {
  kind: 'flexible' | 'moderate' | 'strict' | 'custom'
  steps: { hoursBefore: number; percent: number }[]
}

/** A policy's steps as absolute deadlines for one departure. */
export interface DeadlineView {
  percent: number
  until: string
}
