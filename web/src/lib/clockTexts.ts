import { defineTexts } from './i18n'

export const clockTexts = defineTexts(
  {
    left: (time: string) => `còn ${time}`,
    late: (time: string) => `quá ${time}`,
    moment: 'dưới 1 phút',
    underHour: 'chưa đến 1 giờ',
    minutes: (n: number) => `${n} phút`,
    hours: (n: number) => `${n} giờ`,
    days: (n: number) => `${n} ngày`,
  },
  {
    left: (time) => `${time} left`,
    late: (time) => `${time} late`,
    moment: 'under 1 minute',
    underHour: 'under 1 hour',
    minutes: (n) => `${n} min`,
    hours: (n) => `${n} h`,
    days: (n) => `${n} ${n === 1 ? 'day' : 'days'}`,
  },
)
