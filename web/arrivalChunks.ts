import type { ModuleInfo } from 'rolldown'

interface Graph {
  getModuleInfo: (id: string) => ModuleInfo | null
}

const MESSAGE = /\/kernel\/i18n\/messages\/(\w+)\.js$/
const NODE = /\/generated\/client-optimized\/nodes\/\d+\.js$/
/** Where people arrive: these pages are held to a budget. */
const ARRIVALS: Readonly<Record<string, string>> = {
  'routes/+page.svelte': 'home',
  'routes/experiences/+page.svelte': 'list',
  'routes/experiences/[slug]/+page.svelte': 'experience',
}
/** What fetches others when they are asked for. Kit would count those among the files of whichever page shares its chunk. */
const FETCHING = /\/generated\/client-optimized\/|\/web\/routes\/.*\+(?:layout|page)\.ts$/
const EVERYWHERE = ['entry', 'routes/+layout.svelte', 'routes/+error.svelte']

/**
 * Which file a module travels in: what every page needs, what pages of arrival share, what one of them shares with others,
 * and what the rest shares. No page of arrival carries what it does not use, and few files compress better than many.
 */
export const arrivalChunks = (): { name: (id: string, graph: Graph) => string | null; priority: number }[] => {
  const chunkOf = makeChunkOf()
  return ['ui', 'cards', 'home', 'list', 'experience', 'rest'].map((name, index) => ({
    name: (id, graph) => (chunkOf(id, graph) === name ? name : null),
    // Earlier names take their dependencies along, so that later ones cannot.
    priority: 10 - index,
  }))
}

const makeChunkOf = (): ((id: string, graph: Graph) => string | null) => {
  const known = new Map<string, string | null>()
  const readers = new Map<string, readonly string[]>()
  return (id, graph) => {
    if (FETCHING.test(id)) return null
    const before = known.get(id)
    if (before !== undefined) return before
    const chunk = chunkFor(pagesOf(id, graph, readers))
    known.set(id, chunk)
    return chunk
  }
}

const chunkFor = (pages: ReadonlySet<string>): string | null => {
  if (EVERYWHERE.some((page) => pages.has(page))) return 'ui'
  const arrivals = Object.keys(ARRIVALS).filter((page) => pages.has(page))
  if (arrivals.length > 1) return 'cards'
  if (pages.size < 2) return null
  return ARRIVALS[arrivals[0] ?? ''] ?? 'rest'
}

/** The pages that lead to a module, found by walking up its importers. */
const pagesOf = (start: string, graph: Graph, readers: Map<string, readonly string[]>): ReadonlySet<string> => {
  const seen = new Set<string>()
  const pages = new Set<string>()
  const climb = (id: string): void => {
    if (seen.has(id)) return
    seen.add(id)
    const info = graph.getModuleInfo(id)
    if (!info) return
    if (NODE.test(id)) pages.add(/routes\/[^"']+\.svelte/.exec(info.code ?? '')?.[0] ?? id)
    else if (info.isEntry) pages.add('entry')
    readersOf(id, info, graph, readers).forEach(climb)
  }
  climb(start)
  return pages
}

/** All messages come through one module: who uses which is told by the text `m.its_name`. */
const readersOf = (
  id: string,
  info: ModuleInfo,
  graph: Graph,
  known: Map<string, readonly string[]>,
): readonly string[] => {
  const name = MESSAGE.exec(id)?.[1]
  if (name === undefined || name === '_index') return info.importers
  if (known.size === 0) {
    const all = id.replace(/messages\/\w+\.js$/, 'messages.js')
    for (const reader of graph.getModuleInfo(all)?.importers ?? [])
      for (const [, used = ''] of (graph.getModuleInfo(reader)?.code ?? '').matchAll(/\bm\.(\w+)/g))
        known.set(used, [...(known.get(used) ?? []), reader])
  }
  return known.get(name) ?? []
}
