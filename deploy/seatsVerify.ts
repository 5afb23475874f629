import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { verifySeats } from '@mayago/core/booking/index.ts'
import { openOrm } from '@mayago/db/orm.ts'
import { loadConfig } from './start/loadConfig.ts'
import { openDatabase } from './start/openDatabase.ts'
import { orExplain } from './start/orExplain.ts'
import { createWayDown } from './start/stopWithGrace.ts'

// npm run seats:verify: compares every departure's counter with its holds and bookings (SEAT-1).
const wayDown = createWayDown()
await orExplain(async () => {
  const database = await openDatabase(loadConfig(), (line) => console.log(line))
  wayDown.add('database', database.stop)
  const orm = await openOrm(database.url, { poolMax: 2 })
  wayDown.add('connections', () => orm.close())
  const mismatches = await verifySeats({ em: orm.em.fork() as SqlEntityManager })
  for (const { departureId, counted, summed, capacity } of mismatches)
    console.log(
      `${departureId}: the counter says ${counted}, its rows say ${summed}, capacity ${capacity ?? 'unlimited'}`,
    )
  console.log(
    mismatches.length === 0 ? 'Every counter equals its rows.' : `${mismatches.length} departures do not add up.`,
  )
  if (mismatches.length > 0) process.exitCode = 1
}, wayDown.godown)
await wayDown.godown()
