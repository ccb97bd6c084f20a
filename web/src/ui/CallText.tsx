const NUMBER = /(\+?\d(?:[\d .-]{6,}\d))/

/** A sentence in which a telephone number can be called by a touch. */
export function CallText({ text }: { text: string }) {
  return text.split(NUMBER).map((part, at) =>
    at % 2 === 1 ? (
      <a key={at} href={`tel:${part.replace(/[^\d+]/g, '')}`} className="num nowrap">
        {part}
      </a>
    ) : (
      part
    ),
  )
}
