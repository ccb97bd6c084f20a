import { defineTexts } from '@/lib/i18n'

export const childTexts = defineTexts(
  {
    search: 'Họ tên trẻ',
    type: 'Gõ ít nhất 2 chữ của tên.',
    none: 'Không tìm thấy trẻ nào.',
  },
  {
    search: 'Name of the child',
    type: 'Type at least two letters of the name.',
    none: 'No child found.',
  },
)
