/** The name of what is kept of a form on the device: ids alone. */
export const draftId = (caseId: string, kind: string): string => `case:${caseId}:${kind}`
