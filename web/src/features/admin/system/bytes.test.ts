import { expect, test } from 'vitest'
import { formatBytes } from './bytes'

test('sizes are short', () => {
  const told = [0, 999, 1000, 1_540, 12_345_678, 999_999_999, 4_300_000_000, 5e16].map((bytes) =>
    formatBytes(bytes).replace('\u00a0', ' '),
  )
  expect(told).toEqual(['0 B', '999 B', '1 KB', '1,5 KB', '12 MB', '1.000 MB', '4,3 GB', '50.000 TB'])
})
