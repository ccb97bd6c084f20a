import { defineTexts } from '@/lib/i18n'

export const offlineTexts = defineTexts(
  {
    refusedMarks: (n: number) =>
      `${n} trẻ không còn trong danh sách hoặc không thuộc phạm vi của anh/chị. Các trẻ khác đã được ghi.`,
    refusedCheckins: (n: number) =>
      `${n} trẻ chưa vào được: còn thiếu ý kiến của cha mẹ hoặc của trẻ, hoặc không thuộc phạm vi của anh/chị. Hỏi và ghi ý kiến rồi gửi lại. Các trẻ khác đã được ghi.`,
    unreadable: 'Trình duyệt này không còn khóa để mở tin đã cất. Hãy gọi điện báo lại cho phường.',
  },
  {
    refusedMarks: (n) =>
      `${n} ${n === 1 ? 'child is' : 'children are'} no longer on the list. The others are recorded.`,
    refusedCheckins: (n) =>
      `${n} ${n === 1 ? 'child' : 'children'} could not come in: parents or child were not asked yet, or not within your scope. Ask, write it down, send again. The others are recorded.`,
    unreadable: 'This browser no longer has the key to what was kept. Please call the ward.',
  },
)
