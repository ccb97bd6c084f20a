import { describe, expect, it } from 'vitest'
import * as links from './links'

describe('the lists behind the numbers', () => {
  it('ask for the same as the number counts', () => {
    expect(links.tasksIn('late', 'p1')).toBe('/viec?xem=danh-sach&ke-hoach=p1&qua-han=1')
    expect(links.tasksIn('todo', null)).toBe('/viec?xem=danh-sach&trang-thai=assigned&qua-han=0')
    expect(links.tasksOfUnit('u1', 'total', 'p1')).toBe('/viec?xem=danh-sach&ke-hoach=p1&don-vi=u1&phan=any')
    expect(links.tasksDueInWeek('2024-06-03', null)).toContain('tu=2024-06-03&den=2024-06-09')
    expect(links.childrenBehind('gift', 2024, false)).toBe('/tre-em?chuong-trinh=gift&nam=2024&da-den=0')
    expect(links.childrenBehind('gift', 2024)).toBe('/tre-em?chuong-trinh=gift&nam=2024')
    expect(links.eventsIn('2024-06-01', '2024-06-30', 'held')).toBe(
      '/lich?xem=danh-sach&tu=2024-06-01&den=2024-06-30&trang-thai=held',
    )
    expect(links.eventsUnsafe('2024-06-03')).toContain('thieu-phuong-an=1')
  })
})
