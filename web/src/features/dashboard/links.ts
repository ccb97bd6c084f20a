/** Where each number of the overview leads: the address of the list whose total it is. Pure; tested. */
import { addDays, type PlainDate } from '@/lib/dates'

export type State = 'done' | 'doing' | 'late' | 'todo' | 'total'
/** `null`: the tasks of all plans, and of none. */
export type PlanId = string | null

const LIVE = 'assigned,in_progress,submitted,returned,accepted'

const STATES: Record<State, Record<string, string>> = {
  done: { 'trang-thai': 'accepted' },
  doing: { 'trang-thai': 'in_progress,submitted,returned', 'qua-han': '0' },
  late: { 'qua-han': '1' },
  todo: { 'trang-thai': 'assigned', 'qua-han': '0' },
  total: { 'trang-thai': LIVE },
}

const PARTS: Record<State, string> = { done: 'done', doing: 'doing', late: 'late', todo: 'todo', total: 'any' }

function address(path: string, query: Record<string, string | null | undefined>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value) params.set(name, value)
  return `${path}?${params.toString()}`
}

const tasks = (plan: PlanId, query: Record<string, string>) =>
  address('/viec', { xem: 'danh-sach', 'ke-hoach': plan, ...query })

export const tasksIn = (state: State, plan: PlanId) => tasks(plan, STATES[state])
export const tasksOfSection = (section: string, state: State, plan: PlanId) =>
  tasks(plan, { muc: section, ...STATES[state] })
export const tasksOfUnit = (unit: string, state: State, plan: PlanId) =>
  tasks(plan, { 'don-vi': unit, phan: PARTS[state] })
export const tasksToReview = (plan: PlanId) => tasks(plan, { 'cho-duyet': '1' })
export const tasksDue = (from: PlainDate, to: PlainDate, plan: PlanId) =>
  tasks(plan, { tu: from, den: to, 'trang-thai': LIVE })
export const tasksDueSoon = (from: PlainDate, to: PlainDate, plan: PlanId) =>
  tasks(plan, { tu: from, den: to, 'trang-thai': 'assigned,in_progress,returned' })
export const tasksDueInWeek = (monday: PlainDate, plan: PlanId) => tasksDue(monday, addDays(monday, 6), plan)

export const obstaclesOpen = '/vuong-mac?xem=cho'
export const obstaclesLate = '/vuong-mac?xem=cho&qua-han=1'

export const childrenBehind = (programme: string, year: number, reached?: boolean) =>
  address('/tre-em', {
    'chuong-trinh': programme,
    nam: String(year),
    'da-den': reached === undefined ? null : reached ? '1' : '0',
  })

export const casesOpen = '/ho-so?trang-thai=dang-mo'
export const casesLate = '/ho-so?trang-thai=tat-ca&qua-han=1'
export const casesByClock = '/ho-so/thoi-han'

export const concernsWaiting = '/tin-bao?xem=cho'
export const concernsUrgent = '/tin-bao?xem=cho&muc=emergency'
export const concernsReceived = (from: PlainDate, to: PlainDate) =>
  address('/tin-bao', { xem: 'tat-ca', tu: from, den: to })

const events = (query: Record<string, string>) => address('/lich', { xem: 'danh-sach', ...query })
export const eventsIn = (from: PlainDate, to: PlainDate, status?: string) =>
  events({ tu: from, den: to, ...(status ? { 'trang-thai': status } : {}) })
export const eventsWaiting = events({ 'moi-luc': '1', 'trang-thai': 'proposed' })
export const eventsUnsafe = (today: PlainDate) =>
  events({ tu: today, 'trang-thai': 'draft,proposed,approved', 'thieu-phuong-an': '1' })

export const communications = (from: PlainDate, to: PlainDate, channel?: string) =>
  address('/truyen-thong', { 'trang-thai': 'approved,done', kenh: channel, tu: from, den: to })
export const communicationsWaiting = (from: PlainDate, to: PlainDate) =>
  address('/truyen-thong', { 'trang-thai': 'draft', tu: from, den: to })
export const communicationCounts = (from: PlainDate, to: PlainDate, channel: string) =>
  address('/truyen-thong/ai-da-phat', { kenh: channel, tu: from, den: to })

export const handovers = (year: number, status: string) =>
  address('/sinh-hoat-he', { nam: String(year), 'trang-thai': status })
