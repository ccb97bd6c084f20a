/** Texts of sections, line by line: a line is a paragraph or, beginning with "- ", an item. */

export interface Line {
  kind: 'same' | 'gone' | 'new'
  text: string
}

const split = (text: string): string[] => (text === '' ? [] : text.split('\n'))

/** What differs between two texts, by the longest run of lines that they share. */
export function lineDiff(before: string, after: string): Line[] {
  const a = split(before)
  const b = split(after)
  // lengths[i][j]: the longest common run of a from i and b from j on.
  const lengths = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
    }
  }
  const lines: Line[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ kind: 'same', text: a[i]! })
      i++
      j++
    } else if (j >= b.length || (i < a.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
      lines.push({ kind: 'gone', text: a[i++]! })
    } else {
      lines.push({ kind: 'new', text: b[j++]! })
    }
  }
  return lines
}

/** Lines of the proposal (sentences of the numbers, what units wrote) that the text does not have. */
export function missingLines(text: string, proposal: string): string[] {
  const own = new Set(split(text).map((line) => line.trim()))
  return split(proposal).filter((line) => line.trim() !== '' && !own.has(line.trim()))
}

export function withLine(text: string, line: string): string {
  const kept = text.trimEnd()
  return kept === '' ? line : `${kept}\n${line}`
}

export interface Paragraphs {
  kind: 'text' | 'list'
  lines: string[]
}

/** A text as it is shown: paragraphs and lists. */
export function paragraphs(text: string): Paragraphs[] {
  const out: Paragraphs[] = []
  for (const line of split(text)) {
    if (line.trim() === '') continue
    const kind = line.startsWith('- ') ? 'list' : 'text'
    const words = kind === 'list' ? line.slice(2) : line
    const last = out.at(-1)
    if (kind === 'list' && last?.kind === 'list') last.lines.push(words)
    else out.push({ kind, lines: [words] })
  }
  return out
}
