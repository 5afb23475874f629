import { cpus } from 'node:os'
import type { Changed, Kind, Measured } from './fanout/kinds.ts'
import type { Reading, Watchers } from './fanout/watchers.ts'
import { KINDS } from './fanout/kinds.ts'
import { startServer } from './fanout/startServer.ts'

// The SDK takes the platform's WebSocket when there is one; all watchers shall run on the same, lighter client.
Reflect.deleteProperty(globalThis, 'WebSocket')
const { gatherWatchers } = await import('./fanout/watchers.ts')

const SETTINGS = { watchers: 1_000, changesPerSecond: 20, seconds: 15, warmSeconds: 3, runs: 3 }

interface Figures {
  deliveriesPerCpuSecond: number
  /** Memory per watcher: of the process, and what JavaScript holds of it. */
  rssKb: number
  heapKb: number
  bytes: number
  /** Changes that went out together with the next, times watchers. */
  merged: number
  p50: number
  p99: number
}

/**
 * Fan-out: one change to every watcher of an experience, our room beside plain `ws` and Socket.IO with the
 * same bytes, no compression, each server in a process of its own.
 */
export const run = async (words: string[]): Promise<void> => {
  const settings = { ...SETTINGS, ...Object.fromEntries(words.map((word) => readWord(word))) }
  console.log(
    `fan-out · node ${process.version} · ${cpus().length} × ${cpus()[0]?.model} · ${JSON.stringify(settings)}`,
  )
  console.log(
    'websocket only, no compression; watchers are `ws` clients in the driver; changes come over the embedded bus',
  )
  let payload = ''
  const figures: Record<Kind, Figures[]> = { room: [], ws: [], socketio: [] }
  const commits: { p50: number; p99: number }[] = []
  for (let turn = 1; turn <= settings.runs; turn++) {
    for (const kind of KINDS) {
      const server = await startServer(kind)
      const { figure, last, commit } = await measure(kind, server, settings, payload)
      if (kind === 'room') payload = last
      if (commit !== null) commits.push(commit)
      figures[kind].push(figure)
      console.log(`run ${turn} ${kind.padEnd(8)} ${format(figure)}`)
      await server.stop()
    }
  }
  report(figures, commits)
}

const readWord = (word: string): [string, number] => {
  const [name = '', value] = word.replace(/^--/, '').split('=')
  if (!(name in SETTINGS) || !(Number(value) > 0)) throw new Error(`not a setting: ${word}`)
  return [name, Number(value)]
}

const measure = async (
  kind: Kind,
  server: Awaited<ReturnType<typeof startServer>>,
  { watchers: count, changesPerSecond: perSecond, seconds, warmSeconds }: typeof SETTINGS,
  payload: string,
): Promise<{ figure: Figures; last: string; commit: { p50: number; p99: number } | null }> => {
  // What the second thousand costs: code, pools and the young heap are there by then and are not counted as theirs.
  const watchers = await gatherWatchers(kind, server.hello, count)
  const before = await server.ask<Measured>({ do: 'measure' })
  const more = await gatherWatchers(kind, server.hello, count)
  const after = await server.ask<Measured>({ do: 'measure' })
  more.leave()

  await server.ask<Changed>({ do: 'change', perSecond, seconds: warmSeconds, payload })
  watchers.reset()
  const changed = await server.ask<Changed>({ do: 'change', perSecond, seconds, payload })
  const deliveries = watchers.arrivals.reduce((sum, times) => sum + times.length, 0)
  const figure: Figures = {
    deliveriesPerCpuSecond: deliveries / changed.cpuSeconds,
    rssKb: (after.rssBytes - before.rssBytes) / count / 1024,
    heapKb: (after.heapBytes - before.heapBytes) / count / 1024,
    bytes: watchers.lastBytes.byteLength,
    merged: changed.at.length * count - deliveries,
    ...latency(kind, changed, watchers),
  }
  const last = Buffer.from(watchers.lastBytes).toString('hex')

  let commit: { p50: number; p99: number } | null = null
  if (kind === 'room') {
    watchers.reset()
    const committed = await server.ask<Changed>({ do: 'commit', perSecond, seconds })
    commit = latency(kind, committed, watchers)
  }

  watchers.leave()
  return { figure, last, commit }
}

/** Milliseconds from a change to each watcher; in a room, to those who read what they are shown. */
const latency = (kind: Kind, changed: Changed, watchers: Watchers): { p50: number; p99: number } => {
  const all = kind === 'room' ? delaysRead(changed, watchers.readings) : delaysInTurn(changed.at, watchers.arrivals)
  all.sort((a, b) => a - b)
  const quantile = (share: number): number => all[Math.min(all.length - 1, Math.floor(all.length * share))] ?? NaN
  return { p50: quantile(0.5), p99: quantile(0.99) }
}

/** Plain servers send each change by itself: the nth message is the nth change. */
const delaysInTurn = (at: readonly number[], arrivals: readonly number[][]): number[] =>
  arrivals.flatMap((times) => times.map((time, index) => time - (at[index] ?? NaN)))

/** A room may show two changes as one: its delay counts from the first of them. */
const delaysRead = ({ at, departureId, versionBefore }: Changed, readings: readonly Reading[][]): number[] =>
  readings.flatMap((read) => {
    let shown = versionBefore
    return read
      .filter((reading) => reading.departureId === departureId && reading.version > versionBefore)
      .map((reading) => {
        const since = at[shown - versionBefore] ?? NaN
        shown = reading.version
        return reading.at - since
      })
  })

const format = ({ deliveriesPerCpuSecond, rssKb, heapKb, bytes, merged, p50, p99 }: Figures): string =>
  `${deliveriesPerCpuSecond.toFixed(0).padStart(7)} deliveries/CPU-s  ${rssKb.toFixed(1).padStart(5)} KB/watcher (${heapKb.toFixed(1)} in the heap)  ` +
  `${bytes} B  merged ${merged}  p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms`

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

const report = (figures: Record<Kind, Figures[]>, commits: readonly { p50: number; p99: number }[]): void => {
  const of = (kind: Kind, name: keyof Figures): number => median(figures[kind].map((figure) => figure[name]))
  const ratio = (rival: Kind): string =>
    (of('room', 'deliveriesPerCpuSecond') / of(rival, 'deliveriesPerCpuSecond')).toFixed(2)
  const line = (what: string, value: string, budget: string): void => console.log(`| ${what} | ${value} | ${budget} |`)
  console.log('\n| medians | measured | budget |\n|---|---|---|')
  for (const kind of KINDS) {
    line(`${kind}: deliveries per server-CPU-second`, of(kind, 'deliveriesPerCpuSecond').toFixed(0), '')
    line(
      `${kind}: memory per watcher`,
      `${of(kind, 'rssKb').toFixed(1)} KB (${of(kind, 'heapKb').toFixed(1)} in the heap)`,
      kind === 'room' ? '≤ 20 KB' : '',
    )
    line(`${kind}: change to client, p50 / p99`, `${of(kind, 'p50').toFixed(1)} / ${of(kind, 'p99').toFixed(1)} ms`, '')
  }
  line('room against plain ws', `${ratio('ws')} ×`, '≥ 0.9 ×')
  line('room against Socket.IO', `${ratio('socketio')} ×`, '≥ 1.2 ×')
  const [p50, p99] = [median(commits.map((commit) => commit.p50)), median(commits.map((commit) => commit.p99))]
  line('room: commit to client, p50 / p99', `${p50.toFixed(1)} / ${p99.toFixed(1)} ms`, 'p99 < 50 ms')
  line('room: deliveries merged with the next', String(of('room', 'merged')), '')
}
