/** Whole days as "YYYY-MM-DD", with no zone in sight: small enough for every page. */
const toDate = (day: string): Date => new Date(`${day}T00:00:00Z`)

export const shiftDays = (day: string, count: number): string =>
  new Date(toDate(day).getTime() + count * 86_400_000).toISOString().slice(0, 10)

/** 0 is Monday. */
export const weekdayIndex = (day: string): number => (toDate(day).getUTCDay() + 6) % 7

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(toDate(text).getTime()) && shiftDays(text, 0) === text

/** "YYYY-MM" shifted by whole months. */
export const shiftMonths = (month: string, count: number): string => {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}
export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
export const firstOf = (month: string): string => `${month}-01`
export const lastOf = (month: string): string => shiftDays(firstOf(shiftMonths(month, 1)), -1)
