import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { ApiProblem } from '@/lib/problem'
import { renderPage } from '@/test/render'
import { DateField } from './DateField'
import { TextInput } from './inputs'
import { SearchField } from './SearchField'
import { TaskTag, Due } from './tags'
import { UiProvider } from './UiProvider'
import { useHouseForm } from './useHouseForm'

function Dates({ onValue }: { onValue: (value: string | null) => void }) {
  const [value, setValue] = useState<string | null>('2024-06-01')
  return (
    <DateField
      id="d"
      label="Hạn"
      value={value}
      onChange={(next) => {
        setValue(next)
        onValue(next)
      }}
    />
  )
}

describe('DateField', () => {
  it('takes typed dates, and a wrong one never stays as the earlier date', async () => {
    const onValue = vi.fn<(value: string | null) => void>()
    renderPage(<Dates onValue={onValue} />)
    const field = screen.getByLabelText('Hạn')
    expect(field).toHaveValue('01/06/2024')
    await userEvent.clear(field)
    await userEvent.type(field, '28062024')
    await userEvent.tab()
    expect(onValue).toHaveBeenLastCalledWith('2024-06-28')
    expect(field).toHaveValue('28/06/2024')
    fireEvent.change(field, { target: { value: '31/02/2024' } })
    fireEvent.blur(field)
    expect(onValue).toHaveBeenLastCalledWith(null)
    expect(field).toHaveValue('31/02/2024')
  })
})

describe('SearchField', () => {
  it('does not search while an input method composes, then searches once', async () => {
    const onSearch = vi.fn<(query: string) => void>()
    render(
      <UiProvider>
        <SearchField label="Tìm" value="" onSearch={onSearch} delay={20} />
      </UiProvider>,
    )
    const field = screen.getByLabelText('Tìm')
    fireEvent.compositionStart(field)
    for (const text of ['n', 'ng', 'ngu', 'nguye', 'nguyeê', 'nguyễn'])
      fireEvent.change(field, { target: { value: text } })
    await new Promise((done) => setTimeout(done, 60))
    expect(onSearch).not.toHaveBeenCalled()
    fireEvent.compositionEnd(field)
    await waitFor(() => expect(onSearch).toHaveBeenCalledTimes(1))
    expect(onSearch).toHaveBeenCalledWith('nguyễn')
  })
})

function Form({ send }: { send: (key: string) => Promise<void> }) {
  const house = useHouseForm({
    initial: { name: '', phone: '' },
    schema: z.object({ name: z.string().check(z.minLength(1, 'Nhập họ và tên')) }),
    send: (_, key) => send(key),
  })
  return (
    <main>
      <form onSubmit={(event) => void house.onSubmit(event)}>
        {house.summary}
        <TextInput label="Họ và tên" {...house.field('name')} />
        <TextInput label="Điện thoại" {...house.field('phone')} />
        <button type="submit">Lưu</button>
      </form>
    </main>
  )
}

describe('forms', () => {
  it('put the focus on a summary that leads to the fields', async () => {
    const { container } = renderPage(<Form send={async () => undefined} />)
    await userEvent.click(screen.getByText('Lưu'))
    const summary = await screen.findByRole('alert')
    expect(summary).toHaveFocus()
    await userEvent.click(screen.getByRole('link', { name: 'Nhập họ và tên' }))
    expect(screen.getByLabelText('Họ và tên')).toHaveFocus()
    const result = await axe.run(container, {
      rules: { region: { enabled: false }, 'color-contrast': { enabled: false } },
    })
    expect(result.violations.map((v) => v.id)).toEqual([])
  })

  it('show the server’s field errors at the fields, keep the input, and keep the key only when the outcome is unknown', async () => {
    const keys: string[] = []
    const answers = [
      new TypeError('lost'),
      new ApiProblem(422, { errors: [{ field: 'phone', code: 'x', message: 'Số điện thoại gồm 10 số' }] }),
      null,
    ]
    renderPage(
      <Form
        send={async (key) => {
          keys.push(key)
          const next = answers.shift()
          if (next) throw next
        }}
      />,
    )
    await userEvent.type(screen.getByLabelText('Họ và tên'), 'Hà')
    for (let i = 0; i < 3; i += 1) {
      await userEvent.click(screen.getByText('Lưu'))
      await waitFor(() => expect(keys).toHaveLength(i + 1))
      if (i === 1) await screen.findAllByText('Số điện thoại gồm 10 số')
      await waitFor(() => expect(screen.getByLabelText('Họ và tên')).toHaveValue('Hà'))
      if (i === 1) fireEvent.change(screen.getByLabelText('Điện thoại'), { target: { value: '0912345678' } })
    }
    expect(keys[0]).toBe(keys[1])
    expect(keys[1]).not.toBe(keys[2])
  })
})

describe('tags', () => {
  it('say the state in a word, and lateness first', () => {
    renderPage(
      <>
        <TaskTag status="returned" />
        <Due task={{ due_on: '2024-06-07', overdue: true, days_left: -3, status: 'in_progress' }} />
      </>,
    )
    expect(screen.getByText('Bị trả lại')).toBeVisible()
    expect(screen.getByText(/Quá hạn 3 ngày/)).toBeVisible()
  })
})
