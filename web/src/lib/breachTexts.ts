/** The kinds of violations of personal data: one place, because the register and the home screen show them. */
import { defineTexts } from './i18n'

export const breachKinds = defineTexts(
  {
    lost_device: 'Mất điện thoại, máy tính, USB',
    wrong_recipient: 'Gửi nhầm người, nhầm nhóm',
    unauthorised_look: 'Xem khi không có việc cần',
    stolen_account: 'Lộ mật khẩu, mất tài khoản',
    lost_paper: 'Mất, thất lạc giấy tờ',
    published: 'Bị đăng công khai',
    altered_or_destroyed: 'Bị sửa, xóa trái phép',
    other: 'Việc khác',
  },
  {
    lost_device: 'A lost phone, computer or USB stick',
    wrong_recipient: 'Sent to the wrong person or group',
    unauthorised_look: 'Looked at without need',
    stolen_account: 'A stolen password or account',
    lost_paper: 'Lost papers',
    published: 'Published',
    altered_or_destroyed: 'Changed or deleted without right',
    other: 'Something else',
  },
)
