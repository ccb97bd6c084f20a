import { describe, expect, it } from 'vitest'
import { comparePeople, compareVietnamese, fold, givenName, initials, keepTogether, matches, nfcAll } from './text'

describe('text', () => {
  it('searches without marks, with old and new tone placement', () => {
    expect(fold('Nguyễn Thị Hoà')).toBe('nguyen thi hoa')
    expect(fold('Hòa')).toBe(fold('Hoà'))
    expect(fold('ĐẶNG  Đức')).toBe('dang duc')
    expect(matches('Treo băng-rôn trên các trục đường chính', 'duong bang')).toBe(true)
    expect(matches('Khu phố 3', 'khu pho 4')).toBe(false)
  })

  it('sorts people by given name in Vietnamese order', () => {
    const names = ['Lê Văn Đạt', 'Trần Ân', 'Phạm Ánh', 'Nguyễn An', 'Bùi Minh An']
    expect(names.sort(comparePeople)).toEqual(['Bùi Minh An', 'Nguyễn An', 'Phạm Ánh', 'Trần Ân', 'Lê Văn Đạt'])
    expect(['Khu phố 10', 'Khu phố 2'].sort(compareVietnamese)).toEqual(['Khu phố 2', 'Khu phố 10'])
    expect(givenName('Lê Thu Hà')).toBe('Hà')
    expect(initials('Lê Thu Hà')).toBe('TH')
  })

  it('sends composed Unicode', () => {
    const decomposed = 'Hoà'.normalize('NFD')
    expect(nfcAll({ a: decomposed, b: [decomposed], c: 1, d: null })).toEqual({ a: 'Hoà', b: ['Hoà'], c: 1, d: null })
  })

  it('keeps words together in headings', () => {
    expect(keepTogether('Ưu tiên nguồn lực cho trẻ em')).toBe('Ưu\u00a0tiên nguồn\u00a0lực cho trẻ\u00a0em')
  })
})
