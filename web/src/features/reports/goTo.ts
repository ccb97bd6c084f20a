/** Brings a section or a number into view, also out of what is folded, and gives it the focus. */
export function goTo(anchor: string): void {
  const target = document.getElementById(anchor)
  if (!target) return
  for (let fold = target.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true
  target.scrollIntoView({ block: 'start' })
  target.focus({ preventScroll: true })
}
