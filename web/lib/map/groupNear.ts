import type { ExperienceCard } from '@mayago/core/catalog/catalog.view.ts'

export interface PinGroup {
  anchor: ExperienceCard
  cards: ExperienceCard[]
}

/** Cards whose pins would cover each other, as one: greedy by distance on the screen, the first card stays the anchor. */
export const groupNear = (
  cards: readonly ExperienceCard[],
  project: (card: ExperienceCard) => { x: number; y: number },
  pixels: number,
): PinGroup[] => {
  const groups: (PinGroup & { x: number; y: number })[] = []
  for (const card of cards) {
    const { x, y } = project(card)
    const near = groups.find((group) => Math.abs(group.x - x) < pixels && Math.abs(group.y - y) < pixels * 0.4)
    if (near) near.cards.push(card)
    else groups.push({ anchor: card, cards: [card], x, y })
  }
  return groups
}
