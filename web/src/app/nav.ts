/** One table for the menu, the routes and the buttons: where it is, what it is called, who may see it. */
import {
  IconAlertOctagon,
  IconAward,
  IconBandage,
  IconBellRinging,
  IconBuildingCommunity,
  IconBuildings,
  IconCalendarEvent,
  IconChartBar,
  IconChartHistogram,
  IconChecklist,
  IconClipboardCheck,
  IconFileText,
  IconFileSpreadsheet,
  IconHeartHandshake,
  IconHeartRateMonitor,
  IconHistory,
  IconHome,
  IconLogin2,
  IconMoodKid,
  IconPhone,
  IconReport,
  IconReportAnalytics,
  IconRobot,
  IconSettings,
  IconShieldCheck,
  IconShieldCheckered,
  IconShieldExclamation,
  IconShieldHalf,
  IconMicrophone2,
  IconSpeakerphone,
  IconSun,
  IconUserCheck,
  IconUsers,
  IconUserShare,
  IconWebhook,
  IconWorld,
  type Icon,
} from '@tabler/icons-react'
import type { Action, Can } from './session'

export type NavLabel =
  | 'home'
  | 'overview'
  | 'wardReports'
  | 'tasks'
  | 'calendar'
  | 'obstacles'
  | 'children'
  | 'summer'
  | 'attendance'
  | 'injuries'
  | 'concerns'
  | 'referrals'
  | 'plans'
  | 'safetyPlans'
  | 'reminders'
  | 'communications'
  | 'inspections'
  | 'commendations'
  | 'reports'
  | 'users'
  | 'units'
  | 'delegations'
  | 'hotlines'
  | 'permissions'
  | 'audit'
  | 'breaches'
  | 'signIns'
  | 'wardSettings'
  | 'serviceAccounts'
  | 'webhooks'
  | 'system'
  | 'childImport'
  | 'coverage'
  | 'cases'
  | 'caseNumbers'
  | 'publicPage'

export interface NavItem {
  to: string
  label: NavLabel
  icon: Icon
  group: 'groupToday' | 'groupChildren' | 'groupPlan' | 'groupSystem'
  needs: [resource: string, action: Action, scope?: 'ward' | 'below'] | null
}

export const navigation: NavItem[] = [
  { to: '/', label: 'home', icon: IconHome, group: 'groupToday', needs: null },
  // Those who answer for the whole, as with the numbers of cases; others reach it by its address and see what is theirs.
  {
    to: '/tong-quan',
    label: 'overview',
    icon: IconChartHistogram,
    group: 'groupToday',
    needs: ['case_numbers', 'read'],
  },
  // Only from above: the ward's own reports have a page of their own.
  {
    to: '/cap-duoi',
    label: 'wardReports',
    icon: IconBuildings,
    group: 'groupToday',
    needs: ['reports', 'approve', 'below'],
  },
  { to: '/viec', label: 'tasks', icon: IconChecklist, group: 'groupToday', needs: ['tasks', 'read'] },
  { to: '/lich', label: 'calendar', icon: IconCalendarEvent, group: 'groupToday', needs: ['events', 'read'] },
  { to: '/vuong-mac', label: 'obstacles', icon: IconAlertOctagon, group: 'groupToday', needs: ['obstacles', 'read'] },
  // After the list: summer programme, coverage, children's opinions.
  { to: '/tre-em', label: 'children', icon: IconMoodKid, group: 'groupChildren', needs: ['children', 'read'] },
  {
    to: '/tre-em/nhap',
    label: 'childImport',
    icon: IconFileSpreadsheet,
    group: 'groupChildren',
    needs: ['children', 'create'],
  },
  {
    to: '/tre-em/khong-bo-sot',
    label: 'coverage',
    icon: IconChartBar,
    group: 'groupChildren',
    needs: ['children', 'read'],
  },
  { to: '/ho-so', label: 'cases', icon: IconShieldHalf, group: 'groupChildren', needs: ['cases', 'read'] },
  {
    to: '/ho-so/so-lieu',
    label: 'caseNumbers',
    icon: IconReportAnalytics,
    group: 'groupChildren',
    needs: ['case_numbers', 'read'],
  },
  { to: '/sinh-hoat-he', label: 'summer', icon: IconSun, group: 'groupChildren', needs: ['summer', 'read'] },
  { to: '/diem-danh', label: 'attendance', icon: IconUserCheck, group: 'groupChildren', needs: ['summer', 'update'] },
  { to: '/tai-nan', label: 'injuries', icon: IconBandage, group: 'groupChildren', needs: ['injuries', 'read'] },
  { to: '/tin-bao', label: 'concerns', icon: IconSpeakerphone, group: 'groupChildren', needs: ['concerns', 'read'] },
  // Every unit of the ward has an inbox; they are the ones that may tell a concern.
  {
    to: '/phoi-hop',
    label: 'referrals',
    icon: IconHeartHandshake,
    group: 'groupChildren',
    needs: ['concerns', 'read'],
  },
  { to: '/ke-hoach', label: 'plans', icon: IconFileText, group: 'groupPlan', needs: ['plans', 'read'] },
  {
    to: '/truyen-thong',
    label: 'communications',
    icon: IconMicrophone2,
    group: 'groupPlan',
    needs: ['communications', 'read'],
  },
  {
    to: '/kiem-tra',
    label: 'inspections',
    icon: IconClipboardCheck,
    group: 'groupPlan',
    needs: ['inspections', 'read'],
  },
  { to: '/khen-thuong', label: 'commendations', icon: IconAward, group: 'groupPlan', needs: ['commendations', 'read'] },
  { to: '/bao-cao', label: 'reports', icon: IconReport, group: 'groupPlan', needs: ['reports', 'read'] },
  // Those who draft and approve them: the police, the Youth Union.
  {
    to: '/phuong-an-an-toan',
    label: 'safetyPlans',
    icon: IconShieldCheckered,
    group: 'groupPlan',
    needs: ['safety_plans', 'create'],
  },
  { to: '/don-doc', label: 'reminders', icon: IconBellRinging, group: 'groupPlan', needs: ['tasks', 'read'] },
  {
    to: '/trang-cong-khai',
    label: 'publicPage',
    icon: IconWorld,
    group: 'groupPlan',
    needs: ['communications', 'read', 'ward'],
  },
  { to: '/quan-tri/nguoi-dung', label: 'users', icon: IconUsers, group: 'groupSystem', needs: ['accounts', 'read'] },
  {
    to: '/quan-tri/don-vi',
    label: 'units',
    icon: IconBuildingCommunity,
    group: 'groupSystem',
    needs: ['accounts', 'read'],
  },
  {
    to: '/quan-tri/uy-quyen',
    label: 'delegations',
    icon: IconUserShare,
    group: 'groupSystem',
    needs: ['accounts', 'read'],
  },
  {
    to: '/quan-tri/duong-day-nong',
    label: 'hotlines',
    icon: IconPhone,
    group: 'groupSystem',
    needs: ['wards', 'update'],
  },
  {
    to: '/quan-tri/cai-dat',
    label: 'wardSettings',
    icon: IconSettings,
    group: 'groupSystem',
    needs: ['wards', 'update'],
  },
  {
    to: '/quan-tri/tai-khoan-may',
    label: 'serviceAccounts',
    icon: IconRobot,
    group: 'groupSystem',
    needs: ['accounts', 'update'],
  },
  {
    to: '/quan-tri/webhook',
    label: 'webhooks',
    icon: IconWebhook,
    group: 'groupSystem',
    needs: ['webhooks', 'update'],
  },
  {
    to: '/quan-tri/tinh-trang',
    label: 'system',
    icon: IconHeartRateMonitor,
    group: 'groupSystem',
    needs: ['accounts', 'update'],
  },
  { to: '/quan-tri/nhat-ky', label: 'audit', icon: IconHistory, group: 'groupSystem', needs: ['audit', 'read'] },
  { to: '/quan-tri/dang-nhap', label: 'signIns', icon: IconLogin2, group: 'groupSystem', needs: ['audit', 'read'] },
  // Everybody of the ward may report one, from their account page; those who work on them have the register.
  {
    to: '/vi-pham-du-lieu',
    label: 'breaches',
    icon: IconShieldExclamation,
    group: 'groupSystem',
    needs: ['breaches', 'update'],
  },
  { to: '/quyen', label: 'permissions', icon: IconShieldCheck, group: 'groupSystem', needs: null },
]

export function visible(can: Can): NavItem[] {
  return navigation.filter(({ needs }) => needs === null || can(...needs))
}
