/** Where a row that a notification or the log speaks of is shown. */
export function placeOf(resource: string | null | undefined, rowId: string | null | undefined): string {
  if (rowId) {
    if (resource === 'tasks' || resource === 'task') return `/viec/${rowId}`
    if (resource === 'obstacles' || resource === 'obstacle') return `/vuong-mac/${rowId}`
    if (resource === 'children' || resource === 'child') return `/tre-em/${rowId}`
    if (resource === 'concerns' || resource === 'concern') return `/tin-bao/${rowId}`
    if (resource === 'cases' || resource === 'case') return `/ho-so/${rowId}`
    if (resource === 'referrals' || resource === 'referral') return `/phoi-hop/${rowId}`
    if (resource === 'communications' || resource === 'communication') return `/truyen-thong/${rowId}`
    if (resource === 'inspections') return `/kiem-tra/${rowId}`
    if (resource === 'recommendations') return `/kiem-tra/kien-nghi/${rowId}`
    if (resource === 'commendations') return `/khen-thuong/${rowId}`
    // A safety plan is read at its event.
    if (resource === 'safety_plans') return `/lich/${rowId}/an-toan`
    if (resource === 'events' || resource === 'event') return `/lich/${rowId}`
    if (resource === 'webhooks') return `/quan-tri/webhook/${rowId}`
    if (resource === 'plans' || resource === 'plan') return `/ke-hoach/${rowId}`
    if (resource === 'breaches') return `/vi-pham-du-lieu/${rowId}`
    if (resource === 'reports') return `/bao-cao/${rowId}`
    // The row is the plan whose report is missing.
    if (resource === 'reports_due') return `/bao-cao?ke-hoach=${rowId}`
  }
  if (resource === 'system') return '/quan-tri/tinh-trang'
  if (resource === 'sign_ins') return rowId ? `/quan-tri/dang-nhap?nguoi=${rowId}` : '/quan-tri/dang-nhap'
  if (resource === 'glass') return '/ho-so/mo-khan-cap'
  return '/thong-bao'
}
