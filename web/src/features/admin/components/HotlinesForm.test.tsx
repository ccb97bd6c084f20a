import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { renderPage } from '@/test/render'
import { HotlinesForm } from './HotlinesForm'

describe("the ward's hotlines", () => {
  it('adds a number, puts it first, and saves the list in its order', async () => {
    const save = vi.fn(async () => {})
    renderPage(<HotlinesForm hotlines={[{ label: 'Công an phường', phone: '0237000222', hours: '' }]} save={save} />)
    await userEvent.click(screen.getByRole('button', { name: 'Thêm số' }))
    await userEvent.click(screen.getByRole('button', { name: 'Lưu' }))
    expect((await screen.findAllByText('Ghi số này của ai')).length).toBeGreaterThan(0)
    expect(save).not.toHaveBeenCalled()
    await userEvent.type(screen.getAllByLabelText('Gọi là')[1]!, 'Trực ban')
    await userEvent.type(screen.getAllByLabelText('Số điện thoại')[1]!, '0237 000 111')
    await userEvent.click(screen.getByRole('button', { name: 'Đưa số thứ 2 lên trước' }))
    await userEvent.click(screen.getByRole('button', { name: 'Lưu' }))
    expect(save).toHaveBeenCalledWith([
      { label: 'Trực ban', phone: '0237 000 111', hours: '' },
      { label: 'Công an phường', phone: '0237000222', hours: '' },
    ])
  })
})
