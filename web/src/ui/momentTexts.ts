import { defineTexts } from '@/lib/i18n'

export const momentTexts = defineTexts(
  { hour: 'Giờ', wrong: 'Ví dụ 08:30' },
  { hour: 'Time', wrong: 'For example 08:30' },
)
