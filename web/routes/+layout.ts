import type { LayoutLoad } from './$types'

/** The account's menu comes along for those who are signed in, the banner for staff who act as somebody. */
export const load: LayoutLoad = async ({ data }) => ({
  ...data,
  AccountMenu: data.me === null ? null : (await import('$lib/components/AccountMenu.svelte')).default,
  ActingBanner: data.me?.isActed ? (await import('$lib/components/ActingBanner.svelte')).default : null,
})
