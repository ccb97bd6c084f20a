import type { QueryKey } from '@tanstack/react-query'
import { api, fileBody, on, take } from '@/api/client'
import type { HowToRead } from '../imports/queries'

/** New pupils, and the summer's lists. */
export const LIST_TOUCHES: QueryKey[] = [['children'], ['summer'], ['dashboard']]

interface ListTarget {
  year: number
  school_id?: string
}
function listForm({ mapping, convert }: HowToRead, { year, school_id }: ListTarget) {
  const fields: Record<string, string> = { year: String(year) }
  if (school_id) fields.school_id = school_id
  if (Object.keys(mapping).length > 0) fields.mapping = JSON.stringify(mapping)
  if (convert) fields.convert_legacy = 'true'
  return fields
}
export const previewSchoolList = (file: File, how: HowToRead, target: ListTarget) =>
  take(api.POST('/api/v1/summer/handovers/list/preview', fileBody(file, file.name, listForm(how, target))))
export function takeSchoolList(file: File, how: HowToRead, target: ListTarget & { decisions: object[] }, key: string) {
  const fields = { ...listForm(how, target), decisions: JSON.stringify(target.decisions) }
  return take(api.POST('/api/v1/summer/handovers/list', { ...on(null, key), ...fileBody(file, file.name, fields) }))
}
