const SECOND = 1000
const DAY = 86_400 * SECOND

const WEEKDAYS = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const padded = (value: number, length: number): string => String(value).padStart(length, '0')

/** The proleptic Gregorian date of a day, by H. Hinnant's `civil_from_days`. */
const civilDate = (daysSince1970: number): { year: number; month: number; day: number } => {
  const days = daysSince1970 + 719_468
  const era = Math.floor(days / 146_097)
  const dayOfEra = days - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

const clockTime = (milliseconds: number): string => {
  const seconds = Math.floor(milliseconds / SECOND)
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => padded(part, 2))
    .join(':')
}

/**
 * RFC 9110 §5.6.7, `Sun, 21 Nov 2027 07:09:17 GMT`.
 *
 * @param instant milliseconds since 1970
 */
export const httpDate = (instant: number): string => {
  const days = Math.floor(instant / DAY)
  const { year, month, day } = civilDate(days)
  const weekday = WEEKDAYS[((days % 7) + 7) % 7]
  return `${weekday}, ${padded(day, 2)} ${MONTHS[month - 1]} ${padded(year, 4)} ${clockTime(instant - days * DAY)} GMT`
}

/**
 * ISO 8601, `2026-11-21T07:10:53.356Z`.
 *
 * @param instant milliseconds since 1970
 */
export const isoInstant = (instant: number): string => {
  const days = Math.floor(instant / DAY)
  const { year, month, day } = civilDate(days)
  const ofDay = instant - days * DAY
  const date = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`
  return `${date}T${clockTime(ofDay)}.${padded(Math.floor(ofDay % SECOND), 3)}Z`
}
