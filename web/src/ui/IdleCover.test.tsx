import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { renderPage } from '@/test/render'
import { IdleCover } from './IdleCover'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const wait = (minutes: number) => act(() => vi.advanceTimersByTime(minutes * 60_000))

it('covers everything after ten idle minutes, and uncovers by the button alone', () => {
  const { container } = renderPage(
    <>
      <p>Nguyễn Thị Hoà</p>
      <IdleCover />
    </>,
  )
  wait(9)
  fireEvent.keyDown(document.body, { key: 'a' })
  wait(9)
  expect(screen.queryByRole('dialog')).toBeNull()
  wait(2)
  expect(screen.getByRole('dialog')).toHaveTextContent('Màn hình đã được che')
  expect(container).toHaveAttribute('inert')
  fireEvent.pointerMove(document.body)
  wait(1)
  fireEvent.click(screen.getByRole('button', { name: 'Xem tiếp' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(container).not.toHaveAttribute('inert')
})
