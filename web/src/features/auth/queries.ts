import { api, take } from '@/api/client'
import { credentials } from '@/api/credentials'
import type { SignedIn } from '@/api/types'
import { rememberSignIn } from '@/app/session'

export async function signIn(fields: {
  username: string
  password: string
  otp?: string
  shared: boolean
}): Promise<SignedIn> {
  const answer = await take(
    api.POST('/api/v1/auth/login', {
      body: {
        username: fields.username.trim(),
        password: fields.password,
        otp: fields.otp,
        client: 'browser',
        shared_device: fields.shared,
      },
    }),
  )
  rememberSignIn(fields.shared)
  credentials.signIn(answer.access_token)
  return answer
}

export function changePassword(current_password: string, new_password: string) {
  return take(api.POST('/api/v1/me/password', { body: { current_password, new_password } }))
}
