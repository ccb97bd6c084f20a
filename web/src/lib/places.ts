/** Where a row that a notification speaks of is shown. The notification is marked read on the way. */
export function placeOf(
  resource: string | null | undefined,
  rowId: string | null | undefined,
  notificationId?: string,
): string {
  const read = notificationId ? `?tin=${notificationId}` : ''
  if (rowId) {
    if (resource === 'tasks' || resource === 'task') return `/viec/${rowId}${read}`
    if (resource === 'obstacles' || resource === 'obstacle') return `/vuong-mac/${rowId}${read}`
    if (resource === 'plans' || resource === 'plan') return `/ke-hoach/${rowId}${read}`
  }
  return `/thong-bao${read}`
}
