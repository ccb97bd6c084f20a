import { defineTexts } from '@/lib/i18n'

export const staleTexts = defineTexts(
  {
    title: 'Có người vừa sửa mục này',
    body: 'Chọn bản muốn giữ cho từng phần, rồi lưu lại.',
    same: 'Người kia sửa những phần khác. Bấm lưu để ghép phần của anh/chị vào bản mới.',
    mine: 'Bản của tôi',
    theirs: 'Bản vừa được lưu',
    empty: '(để trống)',
    save: 'Lưu bản đã chọn',
    back: 'Quay lại sửa tiếp',
  },
  {
    title: 'Somebody has just changed this',
    body: 'Choose for each part which version to keep, then save.',
    same: 'They changed other parts. Save to put yours into the new version.',
    mine: 'Mine',
    theirs: 'Just saved',
    empty: '(empty)',
    save: 'Save this choice',
    back: 'Go on editing',
  },
)
