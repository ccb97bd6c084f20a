import { defineTexts } from './i18n'

export const clockTexts = defineTexts(
  {
    left: (time: string) => `còn ${time}`,
    late: (time: string) => `quá ${time}`,
    moment: 'dưới 1 phút',
    minutes: (n: number) => `${n} phút`,
    hours: (n: number) => `${n} giờ`,
    days: (n: number) => `${n} ngày`,
  },
  {
    left: (time) => `${time} left`,
    late: (time) => `${time} late`,
    moment: 'under 1 minute',
    minutes: (n) => `${n} min`,
    hours: (n) => `${n} h`,
    days: (n) => `${n} ${n === 1 ? 'day' : 'days'}`,
  },
)
