import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Behind an open dialog the page is inert: what can be used is looked at. */
const DIALOG = 'dialog[open], [aria-modal="true"]'

/**
 * What axe finds on the page as it stands: by every rule in the light scheme, and in the dark one, where nothing but
 * colours differs, by those about colours. Motion must be reduced, else colours are read on their way.
 */
export const axeFindings = async (page: Page): Promise<string[]> => {
  const found = await findingsIn(page, 'light', (axe) => axe.withTags(RULES))
  const dark = await findingsIn(page, 'dark', (axe) => axe.withRules(['color-contrast', 'link-in-text-block']))
  await page.emulateMedia({ colorScheme: 'light' })
  return [...found, ...dark]
}

const findingsIn = async (
  page: Page,
  colorScheme: 'light' | 'dark',
  by: (axe: AxeBuilder) => AxeBuilder,
): Promise<string[]> => {
  await page.emulateMedia({ colorScheme })
  // The colours of the other scheme are there with the next picture; what changes slowly is taken to its end.
  await page.evaluate(async () => {
    await new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)))
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish()
  })
  // Frames are left out, so nothing is gathered in a page beside; what passes is not told: a fifth of the time.
  const all = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const axe = by(all).exclude('iframe')
  const { violations } = await ((await page.locator(DIALOG).count()) > 0 ? axe.include(DIALOG) : axe).analyze()
  return violations.map(
    ({ id, nodes }) =>
      `${colorScheme}: ${id}: ${nodes.map(({ target, any }) => `${String(target)} ${any[0]?.message ?? ''}`).join(' | ')}`,
  )
}
