/** Short names for the shapes of the API, taken from its paths: the only place that knows the generated file. */
import type { paths } from './schema'

type Json<R> = R extends { content: { 'application/json': infer T } } ? T : never
type Responses<O> = O extends { responses: infer R } ? R : never
type Ok<O> = Responses<O> extends infer R ? Json<R[keyof R & (200 | 201)]> : never
type Body<O> = O extends { requestBody?: { content: { 'application/json': infer T } } } ? T : never
type Get<P extends keyof paths> = paths[P] extends { get: infer O } ? Ok<O> : never
type Post<P extends keyof paths> = paths[P] extends { post: infer O } ? Ok<O> : never
type Sent<P extends keyof paths> = paths[P] extends { post: infer O } ? Body<O> : never
type Patched<P extends keyof paths> = paths[P] extends { patch: infer O } ? Body<O> : never
type Item<L> = L extends { items: (infer T)[] } ? T : never

export type SignedIn = Post<'/api/v1/auth/login'>
export type Me = Get<'/api/v1/me'>
export type Account = Me['user']
export type Role = Account['role']
export type MatrixRow = Item<Get<'/api/v1/permissions'>>
export type PublicInfo = Get<'/api/v1/public/info'>
export type Ward = Get<'/api/v1/wards/{id}'>
export type Hotline = Ward['settings']['hotlines'][number]
export type Session = Item<Get<'/api/v1/auth/sessions'>>
export type TotpSetup = Post<'/api/v1/me/totp'>
export type SavedFilter = Item<Get<'/api/v1/me/saved-filters'>>
export type Delegation = Item<Get<'/api/v1/delegations'>>

export type Unit = Item<Get<'/api/v1/units'>>
export type UnitRef = Task['lead_unit']
export type UnitKind = UnitRef['kind']
export type UnitHistory = Item<Get<'/api/v1/units/{id}/history'>>
export type User = Item<Get<'/api/v1/users'>>
export type UserRef = Obstacle['raised_by']
export type AuditEntry = Item<Get<'/api/v1/audit'>>

export type PlanRow = Item<Get<'/api/v1/plans'>>
export type Plan = Get<'/api/v1/plans/{id}'>
export type Section = Plan['sections'][number]
/** An answer holds every member; the same shape as a request may leave most of them out. */
type Whole<T> = T extends (infer I)[]
  ? Whole<I>[]
  : T extends object
    ? { [K in keyof T]-?: Whole<Exclude<T[K], undefined>> }
    : T
export type Preview = Whole<Post<'/api/v1/plans/import'>>
export type PreviewTask = Preview['tasks'][number]
export type PreviewSection = Preview['sections'][number]
export type Difference = Whole<Post<'/api/v1/plans/{id}/import'>>
export type PlanSummary = Get<'/api/v1/plans/{id}/summary'>
export type Counts = PlanSummary['totals']

export type Task = Get<'/api/v1/tasks/{id}'>
export type TaskStatus = Task['status']
export type TaskAction = Task['allowed_actions'][number]
export type Priority = Task['priority']
export type Part = Task['parts'][number]
export type TaskCreate = Sent<'/api/v1/tasks'>
export type TaskPatch = Patched<'/api/v1/tasks/{id}'>
export type TaskUpdate = Item<Get<'/api/v1/tasks/{id}/updates'>>
export type Attachment = Post<'/api/v1/attachments'>
export type Reminder = Item<Get<'/api/v1/reminders'>>
export type BulkBody = Sent<'/api/v1/tasks/bulk'>

export type Obstacle = Get<'/api/v1/obstacles/{id}'>
export type ObstacleStatus = Obstacle['status']
export type Notification = Item<Get<'/api/v1/notifications'>>
export type Dashboard = Get<'/api/v1/dashboard'>
export type DashTask = Dashboard['my_tasks'][number]
export type Waiting = Dashboard['waiting_for_me'][number]

export type Child = Get<'/api/v1/children/{id}'>
export type ChildView = Child['view']
export type ChildStatus = Child['status']
export type Guardian = Child['guardians'][number]
export type ChildAction = NonNullable<Child['allowed_actions']>[number]
export type ChildCreate = Sent<'/api/v1/children'>
export type ChildPatch = Patched<'/api/v1/children/{id}'>
export type ChildFilters = Sent<'/api/v1/children/search'>
export type ChildList = Get<'/api/v1/children'>
export type ChildGroup = Item<Get<'/api/v1/children/catalogue'>>
export type Circumstance = NonNullable<Child['circumstances']>[number]
export type CircumstanceCreate = Sent<'/api/v1/children/{id}/circumstances'>
export type Support = Item<Get<'/api/v1/children/{id}/supports'>>
export type SupportCreate = Sent<'/api/v1/children/{id}/supports'>
export type Consent = Item<Get<'/api/v1/children/{id}/consents'>>
export type ConsentCreate = Sent<'/api/v1/children/{id}/consents'>
export type DataRequest = Item<Get<'/api/v1/children/data-requests'>>
export type DataRequestCreate = Sent<'/api/v1/children/{id}/data-requests'>
export type DataRequestAnswer = Sent<'/api/v1/children/{id}/data-requests/{request_id}/answer'>
export type ChildHistoryEntry = Item<Get<'/api/v1/children/{id}/history'>>
export type ChildLook = Item<Get<'/api/v1/children/{id}/views'>>
export type DuplicatePair = Item<Get<'/api/v1/children/duplicates'>>
export type Likeness = DuplicatePair['likeness']
export type MergedChild = Item<Get<'/api/v1/children/merges'>>
export type ChildMove = Sent<'/api/v1/children/{id}/move'>
export type ChildMoveOut = Sent<'/api/v1/children/{id}/move-out'>
export type ChildReturn = Sent<'/api/v1/children/{id}/return'>
export type ChildDeath = Sent<'/api/v1/children/{id}/died'>
export type ChildMerge = Sent<'/api/v1/children/{id}/merge'>
export type Handover = Item<Get<'/api/v1/summer/handovers'>>
export type HandoverDetail = Get<'/api/v1/summer/handovers/{id}'>
export type HandoverStatus = Handover['status']
export type HandoverAction = Handover['allowed_actions'][number]
export type HandoverChild = HandoverDetail['children'][number]
export type HandoverDifference = HandoverDetail['differences'][number]
export type HandoverPatch = Patched<'/api/v1/summer/handovers/{id}'>
export type HandoverChildPatch = Patched<'/api/v1/summer/handovers/{id}/children/{child_id}'>
export type SummerRating = NonNullable<HandoverChild['rating']>
export type SummerGroup = Item<Get<'/api/v1/summer/groups'>>
export type SummerGroupDetail = Get<'/api/v1/summer/groups/{id}'>
export type SummerMember = SummerGroupDetail['members'][number]
export type NewSummerGroup = Sent<'/api/v1/summer/groups'>
export type SummerSession = Item<Get<'/api/v1/summer/sessions'>>
export type NewSummerSession = Sent<'/api/v1/summer/sessions'>
export type SummerOpinion = NonNullable<SummerMember['opinion']>
export type SummerConsent = SummerOpinion['parents']
export type NewSummerOpinion = Sent<'/api/v1/summer/opinions'>['opinions'][number]
export type SummerReach = Get<'/api/v1/summer/reach'>
export type HandoverListPreview = Post<'/api/v1/summer/handovers/list/preview'>
export type HandoverListRow = HandoverListPreview['rows'][number]
export type HandoverListTaken = Post<'/api/v1/summer/handovers/list'>
export type SummerLeave = Item<Get<'/api/v1/summer/leaves'>>
export type Roster = Get<'/api/v1/summer/attendance'>
export type RosterLine = Roster['items'][number]
export type AttendanceTaken = Post<'/api/v1/summer/attendance'>
export type AttendanceMark = Sent<'/api/v1/summer/attendance'>['marks'][number]
export type AttendanceState = AttendanceMark['state']
export type FoundChild = Item<Post<'/api/v1/children/search'>>

export type Injury = Get<'/api/v1/injuries/{id}'>
export type InjuryPatch = Patched<'/api/v1/injuries/{id}'>
export type NewInjury = Sent<'/api/v1/injuries'>
export type InjuryQuarter = Get<'/api/v1/injuries/quarter'>
export type InjuryLine = InjuryQuarter['total']

export type Communication = Get<'/api/v1/communications/{id}'>
export type CommunicationPatch = Patched<'/api/v1/communications/{id}'>
export type NewCommunication = Sent<'/api/v1/communications'>
export type CommunicationQuery = NonNullable<paths['/api/v1/communications']['get']['parameters']['query']>
export type CommunicationReport = Item<Get<'/api/v1/communications/{id}/reports'>>
export type NewCommunicationReport = Sent<'/api/v1/communications/{id}/reports'>
export type CommunicationCount = Item<Get<'/api/v1/communications/counts'>>
export type CommunicationChoices = Get<'/api/v1/communications/choices'>
export type Campaign = Item<Get<'/api/v1/communications/campaigns'>>
export type CampaignPatch = Patched<'/api/v1/communications/campaigns/{id}'>
export type NewCampaign = Sent<'/api/v1/communications/campaigns'>

export type Concern = Get<'/api/v1/concerns/{id}'>
export type ConcernLine = Item<Get<'/api/v1/concerns'>>
export type ConcernStatus = Concern['status']
export type ConcernAction = Concern['allowed_actions'][number]
export type ConcernCreate = Sent<'/api/v1/concerns'>
export type ConcernPatch = Patched<'/api/v1/concerns/{id}'>
export type ConcernScreening = Sent<'/api/v1/concerns/{id}/screen'>
export type Reporter = Post<'/api/v1/concerns/{id}/reporter'>
export type FoundCase = Item<Post<'/api/v1/cases/search'>>
export type Referral = Get<'/api/v1/referrals/{id}'>
export type CaseLine = Item<Get<'/api/v1/cases'>>
export type CasePart = Get<'/api/v1/cases/{id}'>['parts'][number]
export type Case = Whole<Get<'/api/v1/cases/{id}'>>
export type CaseFolder = Whole<Get<'/api/v1/cases/{id}/folder'>>
export type CaseStatus = CaseLine['status']
export type CaseAction = Case['allowed_actions'][number]
export type CaseEntry = CaseFolder['entries'][number]
export type CaseMeasure = CaseFolder['measures'][number]
export type CaseReferral = CaseFolder['referrals'][number]
export type CaseFile = CaseFolder['files'][number]
export type CaseDeadline = CaseLine['deadlines'][number]
export type CaseForm = Whole<Get<'/api/v1/cases/{id}/forms/{kind}'>>
export type CaseFormContent = CaseForm['content']
export type CaseLook = Item<Get<'/api/v1/cases/{id}/looks'>>
export type CaseCatalogue = Get<'/api/v1/cases/catalogue'>
export type CaseBlock = CaseCatalogue['blocks'][number]
export type ClosedNote = Get<'/api/v1/cases/{id}/closed-note'>
export type GlassBreak = Item<Get<'/api/v1/cases/break-glass'>>
export type CaseNumbers = Item<Get<'/api/v1/cases/numbers'>>
export type NewCase = Sent<'/api/v1/cases'>
export type NewMeasure = Sent<'/api/v1/cases/{id}/measures'>
export type NewSeparation = Sent<'/api/v1/cases/{id}/separations'>
export type NewReferral = Sent<'/api/v1/cases/{id}/refer'>
export type CaseDecision = Sent<'/api/v1/cases/{id}/decide'>
export type CaseClosing = Sent<'/api/v1/cases/{id}/propose-closing'>
export type CaseTransfer = Sent<'/api/v1/cases/{id}/transfer'>
export type CasePatch = Patched<'/api/v1/cases/{id}'>

export type PublicNote = Get<'/api/v1/portal/notes/{id}'>
export type NewPublicNote = Sent<'/api/v1/portal/notes'>
export type PublicNotePatch = Patched<'/api/v1/portal/notes/{id}'>
