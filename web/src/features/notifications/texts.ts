import { defineTexts } from '@/lib/i18n'

export const notificationTexts = defineTexts(
  {
    title: 'Thông báo',
    unreadOnly: 'Chỉ tin chưa đọc',
    readAll: 'Đánh dấu đã đọc hết',
    readAllDone: 'Đã đánh dấu đọc hết',
    markRead: 'Đánh dấu đã đọc',
    unread: 'Chưa đọc',
    empty: 'Chưa có thông báo nào.',
    emptyUnread: 'Không có tin chưa đọc.',
    emptyBody: 'Khi được giao việc, bị trả lại, được trả lời hoặc đến hạn, anh/chị nhận tin ở đây.',
  },
  {
    title: 'Notifications',
    unreadOnly: 'Unread only',
    readAll: 'Mark all as read',
    readAllDone: 'All marked as read',
    markRead: 'Mark as read',
    unread: 'Unread',
    empty: 'No notifications yet.',
    emptyUnread: 'Nothing unread.',
    emptyBody: 'You are told here when a task is assigned, returned, answered or due.',
  },
)
