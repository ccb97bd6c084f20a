/**
 * Where the reader was in the list: kept in the page's memory only, gone with the tab and with signing out (which
 * loads the page anew). Words of a search are names of children, so nothing else may hold them.
 */
interface ListMemory {
  /** The filters as the address has them. */
  search: string
  words: string
  /** What the position belongs to. */
  key: string
  pages: number
  /** The first row in sight. */
  row: number
}

export const listMemory: ListMemory = { search: '', words: '', key: '', pages: 0, row: 0 }

/** The list with the filters that were on. */
export const listPlace = () => `/tre-em${listMemory.search}`
