// What a run must remember for the next: how far it came, what it has, and what it began.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

export interface State {
  /** `next_cursor` of the feed's last answer that was worked through to its end. */
  cursor?: string
  /** For each report, the revision that was stored: the feed may name a report twice. */
  stored: Record<string, number>
  /** The key of an acknowledgement that was begun: repeated with it after a crash, it is still one. */
  begun: Record<string, string>
  /** The `ETag` of each table that was stored, by "year kind". */
  etags: Record<string, string>
}

export async function readState(path: string): Promise<State> {
  const empty: State = { stored: {}, begun: {}, etags: {} }
  try {
    return { ...empty, ...(JSON.parse(await readFile(path, 'utf8')) as Partial<State>) }
  } catch (error) {
    // Only a first run has none. A broken file is for people to look at, not to be overwritten.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return empty
    throw error
  }
}

export const writeState = (path: string, state: State) => store(path, JSON.stringify(state, null, 2))

/** Whole or not at all: a reader never finds half a file, whenever the power goes. */
export async function store(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.new`, content)
  await rename(`${path}.new`, path)
}
