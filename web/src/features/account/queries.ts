import { queryOptions } from '@tanstack/react-query'
import { api, ifMatch, on, take } from '@/api/client'

export const sessionsQuery = queryOptions({
  queryKey: ['auth', 'sessions'],
  queryFn: async () => (await take(api.GET('/api/v1/auth/sessions'))).items,
})

export const endSession = (id: string) => take(api.DELETE('/api/v1/auth/sessions/{id}', { params: { path: { id } } }))

export const endOtherSessions = (key: string) => take(api.POST('/api/v1/auth/sessions/end-others', on(null, key)))

export interface ProfileFields {
  full_name: string
  email: string | null
  phone: string | null
  current_password?: string
}
export const saveProfile = (version: number, body: ProfileFields) =>
  take(api.PATCH('/api/v1/me', { params: { header: ifMatch(version) }, body }))

export const changePassword = (current_password: string, new_password: string) =>
  take(api.POST('/api/v1/me/password', { body: { current_password, new_password } }))

export const startTotp = (password: string) => take(api.POST('/api/v1/me/totp', { body: { password } }))
export const confirmTotp = (otp: string) => take(api.POST('/api/v1/me/totp/confirm', { body: { otp } }))
export const renewRecoveryCodes = (password: string) =>
  take(api.POST('/api/v1/me/totp/recovery-codes', { body: { password } }))
export const disableTotp = (password: string) => take(api.POST('/api/v1/me/totp/disable', { body: { password } }))
