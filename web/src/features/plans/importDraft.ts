import type { Preview } from '@/api/types'

/** What the officer has corrected so far, kept on this machine until it is saved as a draft plan. */
export interface ImportDraft {
  fileName: string
  at: number
  preview: Preview
}

export function importDraftKey(userId: string): string {
  return `${userId}.plan-import`
}

export const MAX_BYTES = 20 * 1_048_576

export type Refusal = 'empty' | 'tooBig' | 'wrongType'

/** The server looks at the content; this only spares the person a useless upload. */
export function refusalOf(file: Pick<File, 'name' | 'size'>): Refusal | null {
  if (!/\.(docx|txt)$/i.test(file.name)) return 'wrongType'
  if (file.size === 0) return 'empty'
  return file.size > MAX_BYTES ? 'tooBig' : null
}
