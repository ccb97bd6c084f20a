/** Short names for the shapes of the API; the only place that knows how the generated file calls them. */
import type { components } from './schema'

type S = components['schemas']

export type SignedIn = S['SignedIn']
export type Account = S['Account']
export type Me = S['Me']
export type Permission = S['PermissionRow']
export type MatrixRow = S['MatrixRow']
export type Role = Account['role']
export type PublicInfo = S['PublicInfo']
export type Session = S['Session']
export type TotpSetup = S['TotpSetup']
export type SavedFilter = S['SavedFilter']
export type Delegation = S['Delegation']

export type Unit = S['Unit']
export type UnitRef = S['UnitRef']
export type UnitKind = Unit['kind']
export type UnitHistory = S['UnitHistory']
export type User = S['User']
export type UserRef = S['UserRef']
export type AuditEntry = S['AuditEntry']

export type Plan = S['Plan']
export type PlanRow = S['PlanRow']
export type Section = S['Section']
export type Preview = S['Preview']
export type PreviewTask = S['PreviewTask']
export type PreviewSection = S['PreviewSection']
export type PlanChange = S['Change']
export type Difference = S['Difference']
export type PlanSummary = S['Summary']
export type Counts = S['Counts']

export type Task = S['Task']
export type TaskStatus = Task['status']
export type TaskAction = Task['allowed_actions'][number]
export type Priority = Task['priority']
export type Part = S['Part']
export type TaskCreate = S['TaskCreate']
export type TaskPatch = S['TaskPatch']
export type TaskUpdate = S['Update']
export type Attachment = S['Attachment']
export type Reminder = S['Reminder']
export type BulkBody = S['BulkBody']
export type BulkResult = S['BulkResult']

export type Obstacle = S['Obstacle']
export type ObstacleStatus = Obstacle['status']
export type Notification = S['Notification']
export type Dashboard = S['Dashboard']
export type DashTask = S['DashTask']
export type Waiting = S['Waiting']

export interface List<T> {
  items: T[]
  next_cursor?: string | null
  total: number
}
