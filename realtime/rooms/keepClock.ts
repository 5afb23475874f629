import type { Room } from '@colyseus/core'

/**
 * A room's clock is what Colyseus counts messages by. With patches off the library would wake sixty times a second to
 * keep it going; once a second is enough to count by.
 */
export const keepClock = (room: Room): (() => void) => {
  room.setTimestep(() => undefined, 1_000)
  // Set again, because only now the library sees that its own timer is not needed.
  room.patchRate = null
  return () => room.clock.stop()
}
