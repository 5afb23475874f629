/** Cities as people write them; a zone's own name is ASCII. */
const CITIES: Record<string, string | Record<string, string>> = {
  'America/Merida': 'Mérida',
  'America/Cancun': 'Cancún',
  'America/Mexico_City': { en: 'Mexico City', es: 'Ciudad de México' },
  'America/Belize': { en: 'Belize', es: 'Belice' },
  'Asia/Tokyo': { en: 'Tokyo', es: 'Tokio' },
  'Europe/Lisbon': { en: 'Lisbon', es: 'Lisboa' },
}

/** The city a zone is named after, for "Mérida time". */
export const zoneCity = (timeZone: string, locale: string): string => {
  const city = CITIES[timeZone]
  const own = typeof city === 'object' ? city[locale] : city
  return own ?? (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}
