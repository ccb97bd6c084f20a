import { defineTexts } from '@/lib/i18n'

export const pointTexts = defineTexts(
  {
    north: 'B',
    label: 'Vị trí trên bản đồ',
    hint: 'Vĩ độ, kinh độ chép từ ứng dụng bản đồ, ví dụ 20.06512, 105.85721. Để trống nếu không cần.',
    here: 'Lấy vị trí đang đứng',
    refused: 'Điện thoại không cho biết vị trí. Hãy cho phép, hoặc gõ tay.',
  },
  {
    north: 'N',
    label: 'Point on the map',
    hint: 'Latitude, longitude from a map program, for example 20.06512, 105.85721. May be left empty.',
    here: 'Use where I stand',
    refused: 'The phone does not tell where it is. Allow it, or type the place.',
  },
)
