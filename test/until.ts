/** Waits until `holds` answers something truthy and returns it; fails with `what` after `withinMs`. */
export const until = async <Value>(
  what: string,
  holds: () => Value | Promise<Value>,
  withinMs = 5_000,
): Promise<NonNullable<Value>> => {
  const deadline = performance.now() + withinMs
  for (;;) {
    const value = await holds()
    if (value) return value
    if (performance.now() > deadline) throw new Error(`waited ${withinMs} ms in vain until ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
