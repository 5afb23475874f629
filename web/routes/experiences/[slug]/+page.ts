import type { PageLoad } from './$types'

/** The box of held seats comes along only when there are some. */
export const load: PageLoad = async ({ data }) => ({
  ...data,
  HeldBox: data.hold === null ? null : (await import('$lib/components/HeldBox.svelte')).default,
})
