/** Search key, as the server makes it: NFC → lower case → đ to d → marks off → single spaces. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd').replace(/\s+/g, ' ').trim()
}

export function matches(text: string, query: string): boolean {
  const key = fold(text)
  return fold(query)
    .split(' ')
    .every((word) => key.includes(word))
}

/** "0237 000 111": as people say it to each other. */
export const spacedPhone = (phone: string): string => phone.replace(/^(\d{4})(\d{3})(\d+)$/, '$1 $2 $3')

export function nfc(text: string): string {
  return text.normalize('NFC').trim()
}

/** Normalises every text in a body before it is sent. */
export function nfcAll<T>(value: T): T {
  if (typeof value === 'string') return value.normalize('NFC') as T
  if (Array.isArray(value)) return value.map((v) => nfcAll<unknown>(v)) as T
  if (value && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, nfcAll(v)])) as T
  }
  return value
}

const collator = new Intl.Collator('vi', { numeric: true })

/** Units: "khu phố 2" before "khu phố 10". */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b)
}

/** People sort by given name, then middle, then family name. */
export function comparePeople(a: string, b: string): number {
  return collator.compare(reversed(a), reversed(b))
}

function reversed(name: string): string {
  return name.trim().split(/\s+/).reverse().join(' ')
}

export function givenName(name: string): string {
  return name.trim().split(/\s+/).at(-1) ?? ''
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const last = words.at(-1)?.[0] ?? ''
  const before = words.length > 1 ? (words.at(-2)?.[0] ?? '') : ''
  return (before + last).toUpperCase()
}

const integer = new Intl.NumberFormat('vi-VN')

export function formatNumber(value: number): string {
  return integer.format(value)
}

/** Words that must not be torn apart at the end of a line in headings and slogans. */
const TOGETHER = ['ưu tiên', 'nguồn lực', 'trẻ em', 'hành động', 'thiết thực', 'bảo vệ', 'chăm sóc', 'đuối nước']
export function keepTogether(text: string): string {
  let out = text
  for (const pair of TOGETHER) out = out.replace(new RegExp(pair, 'gi'), (found) => found.replace(' ', '\u00a0'))
  return out
}

/** "UBND Phường Ba Đình" → "Phường Ba Đình". */
export const wardOfOffice = (office: string): string => office.replace(/^(UBND|Ủy ban nhân dân)\s*/i, '')

/** "Phường Ba Đình" → "Ba Đình", as it stands before the date of a paper. */
export const placeOfWard = (ward: string): string => ward.replace(/^(phường|xã|thị trấn|đặc khu)\s+/i, '')

/** A deputy signs for the chair: KT. CHỦ TỊCH (Decree 30/2020, annex I). */
export const isDeputyChair = (position: string): boolean => /^phó chủ tịch/i.test(position)
