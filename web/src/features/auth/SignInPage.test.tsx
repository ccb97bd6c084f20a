import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeApi } from '@/test/api-fake'
import { renderPage } from '@/test/render'
import SignInPage from './SignInPage'

describe('sign-in', () => {
  let server: ReturnType<typeof fakeApi>
  beforeEach(() => {
    server = fakeApi()
    server.on('GET', '/api/v1/public/info', {
      body: {
        product: 'Búp Trên Cành',
        version: '0',
        demo: true,
        demo_accounts: [{ username: 'khupho3', role: 'neighborhood', full_name: 'A' }],
        ward_name: 'UBND phường Ba Đình',
      },
    })
  })
  afterEach(() => vi.unstubAllGlobals())

  it('says why it was refused, asks for the code, and goes where the person wanted to go', async () => {
    const answers = [
      { status: 401, body: { code: 'invalid_credentials', detail: 'Tên đăng nhập hoặc mật khẩu chưa đúng.' } },
      { status: 401, body: { code: 'otp_required', detail: 'Cần mã' } },
      { body: { access_token: 't', must_change_password: false } },
    ]
    server.on('POST', '/api/v1/auth/login', () => answers.shift()!)
    const { router } = renderPage(<SignInPage />, '/dang-nhap?tiep=%2Fviec%2F1')
    await userEvent.click(await screen.findByRole('button', { name: /khupho3/ }))
    expect(screen.getByLabelText('Tên đăng nhập')).toHaveValue('khupho3')
    await userEvent.type(screen.getByLabelText('Mật khẩu'), 'sai')
    await userEvent.click(screen.getByRole('button', { name: 'Đăng nhập' }))
    expect(await screen.findByText('Tên đăng nhập hoặc mật khẩu chưa đúng.')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Đăng nhập' }))
    await userEvent.type(await screen.findByLabelText('Mã xác thực 6 số'), '123456')
    await userEvent.click(screen.getByRole('button', { name: 'Xác nhận' }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/viec/1'))
    expect(server.asked.at(-1)?.body).toMatchObject({ username: 'khupho3', otp: '123456', client: 'browser' })
  })

  it('does not follow an address to another site', async () => {
    server.on('POST', '/api/v1/auth/login', { body: { access_token: 't', must_change_password: false } })
    const { router } = renderPage(<SignInPage />, '/dang-nhap?tiep=%2F%2Fevil.example')
    await userEvent.type(screen.getByLabelText('Tên đăng nhập'), 'a')
    await userEvent.type(screen.getByLabelText('Mật khẩu'), 'b')
    await userEvent.click(screen.getByRole('button', { name: 'Đăng nhập' }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/'))
  })
})
