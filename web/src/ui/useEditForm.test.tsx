import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { ApiProblem } from '@/lib/problem'
import { renderPage } from '@/test/render'
import { TextInput } from './inputs'
import { useEditForm } from './useEditForm'

type Values = Record<'name' | 'place' | 'note', string>
type Row = Values & { version: number }
const valuesOf = ({ name, place, note }: Row): Values => ({ name, place, note })
const theirs: Row = { version: 2, name: 'họ', place: 'ở đó', note: '' }

function Form({ sent }: { sent: [Values, number][] }) {
  const house = useEditForm({
    row: { version: 1, name: '', place: '', note: '' },
    valuesOf,
    words: { labels: { name: 'Tên', place: 'Nơi', note: 'Ghi chú' }, show: (field, values) => values[field] },
    send: async (values, from) => {
      sent.push([values, from.version])
      if (from.version < theirs.version) throw new ApiProblem(412, { current: theirs })
    },
  })
  return (
    <form onSubmit={(event) => void house.onSubmit(event)}>
      <TextInput label="Tên" {...house.field('name')} />
      <TextInput label="Ghi chú" {...house.field('note')} />
      <button type="submit">Lưu</button>
      {house.compare}
    </form>
  )
}

it('compares, goes back without a loss, joins, and sends again over the newer version', async () => {
  const sent: [Values, number][] = []
  renderPage(<Form sent={sent} />)
  await userEvent.type(screen.getByLabelText('Tên'), 'tôi')
  await userEvent.type(screen.getByLabelText('Ghi chú'), 'thêm')
  await userEvent.click(screen.getByText('Lưu'))
  await userEvent.click(await screen.findByRole('button', { name: 'Quay lại sửa tiếp' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(screen.getByLabelText('Tên')).toHaveValue('tôi')
  await userEvent.click(screen.getByText('Lưu'))
  // Only the name was changed by both.
  expect(await screen.findAllByRole('group')).toHaveLength(1)
  await userEvent.click(screen.getByRole('radio', { name: /Bản vừa được lưu/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Lưu bản đã chọn' }))
  await waitFor(() => expect(sent).toHaveLength(3))
  expect(sent.map(([, version]) => version)).toEqual([1, 1, 2])
  expect(sent[2]![0]).toEqual({ name: 'họ', place: 'ở đó', note: 'thêm' })
})
