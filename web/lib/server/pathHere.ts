/**
 * The path and query of an address of ours, else `otherwise`; read as a browser reads it, so that neither
 * "//elsewhere" nor "/\t/elsewhere" nor "https:elsewhere" leads out.
 */
export const pathHere = (asked: string, url: URL, otherwise = '/'): string => {
  const goal = asked === '' ? null : URL.parse(asked, url.origin)
  return goal?.origin === url.origin ? goal.pathname.replace(/^\/+/, '/') + goal.search : otherwise
}
