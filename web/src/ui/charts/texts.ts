import { defineTexts } from '@/lib/i18n'

export const chartTexts = defineTexts(
  {
    show: 'Xem bảng số liệu',
    hide: 'Ẩn bảng số liệu',
    of: (name: string) => `của “${name}”`,
    legend: 'Chú thích',
    today: 'Hôm nay',
    percent: (n: number) => `${n}%`,
  },
  {
    show: 'Show the figures',
    hide: 'Hide the figures',
    of: (name) => `of “${name}”`,
    legend: 'Legend',
    today: 'Today',
    percent: (n) => `${n}%`,
  },
)
