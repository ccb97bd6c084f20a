/** What a piece of a chart says: told by colour, by pattern and by its words, so that none of them carries it alone. */
export type Tone = 'done' | 'doing' | 'late' | 'rest' | 'plain'

const COLOURS: Record<Tone, string> = {
  done: 'var(--xanh)',
  doing: 'var(--chart-blue)',
  late: 'var(--do)',
  rest: 'var(--field)',
  plain: 'var(--bien-7)',
}

export const colourOf = (tone: Tone): string => COLOURS[tone]

const isSolid = (tone: Tone) => tone === 'done' || tone === 'plain'

/** The fill of a tone inside of the drawing whose patterns bear this id. */
export const fillOf = (tone: Tone, id: string): string => (isSolid(tone) ? COLOURS[tone] : `url(#${id}-${tone})`)

/** Stripes, a lattice and dots: they differ in black and white, too. Once in every drawing. */
export function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-doing`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="8" height="8" fill="var(--card)" />
        <rect width="5" height="8" fill={COLOURS.doing} />
      </pattern>
      <pattern id={`${id}-late`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill={COLOURS.late} />
        <path d="M0 0 L6 6 M6 0 L0 6" stroke="var(--card)" strokeWidth="0.9" />
      </pattern>
      <pattern id={`${id}-rest`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--board)" />
        <circle cx="3" cy="3" r="1.2" fill={COLOURS.rest} />
      </pattern>
    </defs>
  )
}
