/** Where a row that a notification or the log speaks of is shown. */
export function placeOf(resource: string | null | undefined, rowId: string | null | undefined): string {
  if (rowId) {
    if (resource === 'tasks' || resource === 'task') return `/viec/${rowId}`
    if (resource === 'obstacles' || resource === 'obstacle') return `/vuong-mac/${rowId}`
    if (resource === 'children' || resource === 'child') return `/tre-em/${rowId}`
    if (resource === 'plans' || resource === 'plan') return `/ke-hoach/${rowId}`
  }
  return '/thong-bao'
}
