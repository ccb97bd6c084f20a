/** `8:05`, `0805`, `8h`, `14h30` as `08:05`; null for what is no time. */
export function parseTime(text: string): string | null {
  const found = /^(\d{1,2})(?:\s*[:hg.]\s*(\d{2})?|(\d{2}))?$/i.exec(text.trim())
  if (!found) return null
  const [hours, minutes] = [Number(found[1]), Number(found[2] ?? found[3] ?? '0')]
  if (hours > 23 || minutes > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** The ward's clock, whatever the device says. */
export const instantOf = (day: string, time: string): string => new Date(`${day}T${time}:00+07:00`).toISOString()
