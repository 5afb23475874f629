/** Where a form leads afterwards: a path of ours as `?next=` names it, else `fallback`. Never another site. */
export const nextPath = (url: URL, fallback: string): string => {
  const next = url.searchParams.get('next') ?? ''
  if (!/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(next)) return fallback
  const resolved = new URL(next, url.origin)
  return resolved.origin === url.origin && !resolved.pathname.startsWith('//')
    ? resolved.pathname + resolved.search
    : fallback
}
