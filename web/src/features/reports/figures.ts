/** What the numbers of a report mean: their blocks and parts, how they differ from last year, where their rows are. */
import type { Figure, FigurePart, IndicatorCatalogue, ReportCheck } from '@/api/types'
import { placeOf } from '@/lib/places'
import { formatNumber } from '@/lib/text'

export interface ChangeWords {
  up: (n: string) => string
  down: (n: string) => string
  same: string
}

/** "tăng 12", "giảm 3", "bằng năm trước"; nothing where one of the two is not known. */
export function changeInWords(now: number | null, before: number | null, words: ChangeWords): string {
  if (now === null || before === null) return ''
  const difference = now - before
  if (difference === 0) return words.same
  return difference > 0 ? words.up(formatNumber(difference)) : words.down(formatNumber(-difference))
}

export interface Block {
  code: string
  title: string
  figures: Figure[]
}

/** The figures by the blocks of the appendix, in its order; a block that the catalogue no longer has keeps its code. */
export function byBlock(figures: Figure[], catalogue: Pick<IndicatorCatalogue, 'blocks'> | undefined): Block[] {
  const blocks = new Map<string, Block>()
  for (const { code, title } of catalogue?.blocks ?? []) blocks.set(code, { code, title, figures: [] })
  for (const figure of figures) {
    const block = blocks.get(figure.block) ?? { code: figure.block, title: figure.block, figures: [] }
    block.figures.push(figure)
    blocks.set(figure.block, block)
  }
  return [...blocks.values()].filter((block) => block.figures.length > 0)
}

export interface Dimension {
  code: string
  title: string
  parts: FigurePart[]
}

export function byDimension(
  parts: FigurePart[],
  catalogue: Pick<IndicatorCatalogue, 'dimensions'> | undefined,
): Dimension[] {
  const dimensions = new Map<string, Dimension>()
  for (const part of parts) {
    const title = catalogue?.dimensions.find(({ code }) => code === part.dimension)?.title ?? part.dimension
    const dimension = dimensions.get(part.dimension) ?? { code: part.dimension, title, parts: [] }
    dimension.parts.push(part)
    dimensions.set(part.dimension, dimension)
  }
  return [...dimensions.values()]
}

/** The upper level may follow these to their rows; behind the others stand people. */
const OPEN_ABOVE = ['tasks', 'events', 'communications']

export function hasRows(figure: Figure, above: boolean): boolean {
  if (figure.source === null || figure.hidden) return false
  return !above || OPEN_ABOVE.includes(figure.source)
}

/** Where a row behind a number is shown. */
export function rowPlace(resource: string, id: string): string | null {
  if (resource === 'summer/sessions') return `/diem-danh/${id}`
  if (resource === 'injuries') return `/tai-nan/${id}/sua`
  const place = placeOf(resource, id)
  return place === '/thong-bao' ? null : place
}

/** Checks about a section name its key, those about a number its code. */
export function anchorOf(check: Pick<ReportCheck, 'code' | 'about'>): string {
  return check.code.startsWith('section') ? `muc-${check.about}` : `so-${check.about}`
}

export interface SortedChecks {
  errors: ReportCheck[]
  warnings: ReportCheck[]
  /** Numbers and sections that are not there yet: many, and of less weight. */
  blanks: ReportCheck[]
}

export function sortChecks(checks: ReportCheck[]): SortedChecks {
  const blank = ({ code }: ReportCheck) => code === 'number_missing' || code === 'section_empty'
  return {
    errors: checks.filter(({ severity }) => severity === 'error'),
    warnings: checks.filter((check) => check.severity !== 'error' && !blank(check)),
    blanks: checks.filter((check) => check.severity !== 'error' && blank(check)),
  }
}

/** The parts of a number whose values may be told, as a chart draws them. */
export function partsOf(
  figures: Figure[],
  code: string,
  dimension: string,
): { key: string; label: string; value: number }[] {
  const parts = figures.find((one) => one.code === code)?.parts ?? []
  return parts.flatMap((part) => {
    const value = part.value ?? null
    return part.dimension === dimension && value !== null ? [{ key: part.key, label: part.label, value }] : []
  })
}
