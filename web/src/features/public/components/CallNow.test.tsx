import { screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeApi } from '@/test/api-fake'
import { renderPage } from '@/test/render'
import { CallNow } from './CallNow'

const info = (ward_hotlines: unknown[]) => ({ body: { ward_name: 'Phường Ba Đình', ward_hotlines, demo_accounts: [] } })
const numbers = () => screen.getAllByRole('link').map((link) => link.getAttribute('href'))

describe('numbers to call', () => {
  afterEach(() => vi.unstubAllGlobals())

  it("shows the ward's own beside 111 and 113, called by one press", async () => {
    const server = fakeApi()
    server.on(
      'GET',
      '/api/v1/public/info',
      info([
        { label: 'Đường dây nóng của phường', phone: '0237000111', hours: '24/24 giờ' },
        { label: 'Công an phường', phone: '0237000222', hours: '' },
      ]),
    )
    renderPage(<CallNow />, '/bao-tin?phuong=ba-dinh')
    expect(numbers()).toEqual(['tel:111', 'tel:113'])
    expect(await screen.findByRole('link', { name: /^Gọi 0237 000 111/ })).toHaveTextContent(
      'Đường dây nóng của phường, 24/24 giờ',
    )
    expect(numbers()).toEqual(['tel:111', 'tel:113', 'tel:0237000111', 'tel:0237000222'])
    expect(server.asked[0]?.path).toBe('/api/v1/public/info?ward=ba-dinh')
  })

  it('shows nothing more where the ward has none, or the server is away', async () => {
    const server = fakeApi()
    server.on('GET', '/api/v1/public/info', info([]))
    renderPage(<CallNow />)
    await vi.waitFor(() => expect(server.asked).toHaveLength(1))
    expect(numbers()).toEqual(['tel:111', 'tel:113'])
  })
})
