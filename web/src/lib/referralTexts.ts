/** What a service is asked for: in the inbox, in the case, and behind a link without an account. */
import { defineTexts } from './i18n'

export const referralTexts = defineTexts(
  {
    service: {
      health: 'Khám, chữa bệnh',
      psychology: 'Hỗ trợ tâm lý',
      school: 'Hỗ trợ tại trường học',
      legal_aid: 'Trợ giúp pháp lý',
      social_work_centre: 'Công tác xã hội',
      police: 'Công an bảo vệ, xác minh',
      safe_shelter: 'Nơi ở an toàn',
      other: 'Việc khác',
    },
  },
  {
    service: {
      health: 'Health care',
      psychology: 'Psychological support',
      school: 'Support at school',
      legal_aid: 'Legal aid',
      social_work_centre: 'Social work',
      police: 'Protection by the police',
      safe_shelter: 'A safe place to stay',
      other: 'Other help',
    },
  },
)
