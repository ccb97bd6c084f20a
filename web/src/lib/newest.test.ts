import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { newest } from './newest'

test('a fetch that a save has outrun does not bring back what was before', async () => {
  const queries = new QueryClient({ defaultOptions: { queries: { structuralSharing: newest } } })
  const queryKey = ['reports', 'one', 'a']
  let answer: (row: unknown) => void = () => undefined
  const fetched = queries.fetchQuery({ queryKey, queryFn: () => new Promise((resolve) => (answer = resolve)) })
  queries.setQueryData(queryKey, { id: 'a', version: 3, note: 'saved' })
  answer({ id: 'a', version: 2, note: 'before' })
  await fetched
  expect(queries.getQueryData(queryKey)).toEqual({ id: 'a', version: 3, note: 'saved' })
})

test('everything else is taken as it comes', () => {
  expect(newest({ id: 'a', version: 2 }, { id: 'a', version: 3 })).toEqual({ id: 'a', version: 3 })
  expect(newest({ id: 'a', version: 3, may: 1 }, { id: 'a', version: 3, may: 2 })).toMatchObject({ may: 2 })
  expect(newest({ id: 'a', version: 9 }, { id: 'b', version: 1 })).toMatchObject({ id: 'b' })
  expect(newest({ items: [2] }, { items: [1] })).toEqual({ items: [1] })
  expect(newest(undefined, null)).toBeNull()
})
