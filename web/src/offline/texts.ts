import { defineTexts } from '@/lib/i18n'

export const offlineTexts = defineTexts(
  {
    refusedMarks: (n: number) =>
      `${n} trẻ không còn trong danh sách hoặc không thuộc phạm vi của anh/chị. Các trẻ khác đã được ghi.`,
    unreadable: 'Trình duyệt này không còn khóa để mở tin đã cất. Hãy gọi điện báo lại cho phường.',
  },
  {
    refusedMarks: (n) =>
      `${n} ${n === 1 ? 'child is' : 'children are'} no longer on the list. The others are recorded.`,
    unreadable: 'This browser no longer has the key to what was kept. Please call the ward.',
  },
)
