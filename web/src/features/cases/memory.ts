/** Where the reader was in the list, in the page's memory only: words of a search are names of children. */
export const listMemory = { search: '', words: '' }

/** The list with the filters that were on. */
export const listPlace = () => `/ho-so${listMemory.search}`
