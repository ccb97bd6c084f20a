import { api, on, take } from '@/api/client'
import type { components } from '@/api/schema'

export type Setup = components['schemas']['Setup']
export type SetupDone = components['schemas']['SetupDone']
export type SetupSlip = components['schemas']['SetupSlip']

export function checkCode(code: string) {
  return take(api.POST('/api/v1/setup/check', { body: { code } }))
}

/** One key for one confirmation: pressing twice, or sending again after a lost answer, makes one ward. */
export function setUp(code: string, setup: Setup, key: string) {
  return take(api.POST('/api/v1/setup', { body: { code, setup }, ...on(null, key) }))
}
