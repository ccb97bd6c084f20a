// Every page for those who decide and for those who report: readable by everybody, nothing cut off, nothing shouted.
// With E2E_SCREENS=FOLDER it leaves a picture of each, for people to look at.
import { expectAccessible } from './support/axe.ts'
import { sharedTask, type Api } from './support/api.ts'
import { addChild, addChildren, neighborhood, wardOf } from './support/children.ts'
import { expect, isPhone, open, test, type Page } from './support/test.ts'

// A person takes minutes: they go side by side.
test.describe.configure({ mode: 'parallel' })

const SCREENS = process.env['E2E_SCREENS']

interface Place {
  name: string
  path: string
  /** A page for printing has neither the frame nor the demo's notice. */
  bare?: boolean
}

async function placesOf(api: Api): Promise<Record<'all' | 'officer', Place[]>> {
  const task = await sharedTask(api)
  const [plan] = (await api.get('/plans')).items
  const obstacles = (await api.get('/obstacles')).items
  const raised = obstacles.find((one: { status: string }) => one.status === 'open') ?? obstacles[0]
  const child = await someChild(api)
  const [handover] = (await api.get('/summer/handovers?status=received')).items
  const sessions = (await api.get('/summer/sessions')).items
  const session = sessions.find((one: { group_id: string | null }) => one.group_id)
  const [injury] = (await api.get('/injuries')).items
  const items = (await api.get('/communications?status=approved&channel=banner')).items
  const item = items.find((one: { units_total: number }) => one.units_total === 11)
  const inspections = (await api.get('/inspections?sort=starts_on')).items
  const inspection = inspections.find((one: { allowed_actions: string[] }) => one.allowed_actions.includes('visit'))
  const [asked] = (await api.get('/recommendations')).items
  const [praised] = (await api.get('/commendations')).items
  const event = await someEvent(api)
  const [breach] = (await api.get('/data-breaches?clock_runs=true')).items
  const report = await api.post('/reports', { kind: 'ward_final', plan_id: plan.id })
  const all: Place[] = [
    { name: 'hom-nay', path: '/' },
    { name: 'viec', path: '/viec?xem=danh-sach' },
    { name: 'viec-bang', path: '/viec?xem=bang' },
    { name: 'viec-thoi-gian', path: '/viec?xem=thoi-gian' },
    { name: 'viec-mot', path: `/viec/${task.id}` },
    { name: 'ke-hoach', path: '/ke-hoach' },
    { name: 'ke-hoach-tien-do', path: `/ke-hoach/${plan.id}?xem=tien-do` },
    { name: 'ke-hoach-noi-dung', path: `/ke-hoach/${plan.id}?xem=noi-dung` },
    { name: 'ke-hoach-in', path: `/ke-hoach/${plan.id}/in` },
    { name: 'lich-thang', path: '/lich?xem=thang' },
    { name: 'lich-tuan', path: '/lich?xem=tuan' },
    { name: 'lich-danh-sach', path: '/lich?xem=danh-sach' },
    { name: 'lich-mot', path: `/lich/${event}` },
    { name: 'lich-in', path: '/lich/in' },
    { name: 'vuong-mac', path: '/vuong-mac' },
    { name: 'vuong-mac-moi', path: '/vuong-mac/moi' },
    { name: 'tre-em', path: '/tre-em' },
    { name: 'tre-em-loc', path: '/tre-em?thieu-bhyt=1&tuoi=6-10&trang-thai=moved_out' },
    { name: 'tre-em-mot', path: `/tre-em/${child}` },
    { name: 'tre-em-cham-soc', path: `/tre-em/${child}?xem=cham-soc` },
    { name: 'tre-em-hoan-canh', path: `/tre-em/${child}?xem=hoan-canh` },
    { name: 'tre-em-ho-tro', path: `/tre-em/${child}?xem=ho-tro` },
    { name: 'tre-em-dong-y', path: `/tre-em/${child}?xem=dong-y` },
    { name: 'tre-em-lich-su', path: `/tre-em/${child}?xem=lich-su` },
    { name: 'tre-em-moi', path: '/tre-em/moi' },
    { name: 'tre-em-sua', path: `/tre-em/${child}/sua` },
    { name: 'truyen-thong', path: '/truyen-thong' },
    { name: 'truyen-thong-mot', path: `/truyen-thong/${item.id}` },
    { name: 'truyen-thong-in', path: `/truyen-thong/${item.id}/in` },
    { name: 'truyen-thong-ai-da-phat', path: '/truyen-thong/ai-da-phat' },
    { name: 'truyen-thong-dot', path: '/truyen-thong/dot' },
    { name: 'truyen-thong-moi', path: '/truyen-thong/moi' },
    { name: 'bao-cao', path: '/bao-cao' },
    { name: 'thong-bao', path: '/thong-bao' },
    { name: 'tai-khoan', path: '/tai-khoan' },
    { name: 'quyen', path: '/quyen' },
    { name: 'cho-gui', path: '/cho-gui' },
    { name: 'khong-co-trang', path: '/khong-co-trang-nay' },
  ]
  if (raised) all.push({ name: 'vuong-mac-mot', path: `/vuong-mac/${raised.id}` })
  const officer: Place[] = [
    { name: 'don-doc', path: '/don-doc' },
    { name: 'kiem-tra', path: '/kiem-tra' },
    { name: 'kiem-tra-moi', path: '/kiem-tra/moi' },
    { name: 'kiem-tra-mot', path: `/kiem-tra/${inspection.id}` },
    { name: 'kiem-tra-sua', path: `/kiem-tra/${inspection.id}/sua` },
    { name: 'kiem-tra-don-vi', path: `/kiem-tra/${inspection.id}/don-vi/${inspection.visits[0].id}` },
    { name: 'kien-nghi', path: '/kiem-tra/kien-nghi' },
    { name: 'kien-nghi-mot', path: `/kiem-tra/kien-nghi/${asked.id}` },
    { name: 'khen-thuong', path: '/khen-thuong' },
    { name: 'khen-thuong-moi', path: '/khen-thuong/moi' },
    { name: 'khen-thuong-goi-y', path: '/khen-thuong/goi-y' },
    { name: 'khen-thuong-mot', path: `/khen-thuong/${praised.id}` },
    { name: 'truyen-thong-sua', path: `/truyen-thong/${item.id}/sua` },
    { name: 'bao-cao-don-vi', path: '/bao-cao?muc=don-vi' },
    { name: 'bao-cao-mot', path: `/bao-cao/${report.id}` },
    { name: 'bao-cao-so', path: `/bao-cao/${report.id}?so=tasks_total` },
    { name: 'bao-cao-in', path: `/bao-cao/${report.id}/in` },
    { name: 'tre-em-nhap', path: '/tre-em/nhap' },
    { name: 'tre-em-nhap-lich-su', path: '/tre-em/nhap/lich-su' },
    { name: 'tre-em-khong-bo-sot', path: '/tre-em/khong-bo-sot' },
    { name: 'tre-em-da-xem', path: `/tre-em/${child}?xem=da-xem` },
    { name: 'tre-em-yeu-cau', path: `/tre-em/${child}?xem=yeu-cau` },
    { name: 'tre-em-yeu-cau-ca-phuong', path: '/tre-em/yeu-cau' },
    { name: 'tre-em-trung', path: '/tre-em/trung' },
    { name: 'tre-em-da-gop', path: '/tre-em/trung?xem=da-gop' },
    { name: 'viec-moi', path: '/viec/moi' },
    { name: 'lich-them', path: '/lich/them' },
    { name: 'lich-sua', path: `/lich/${event}/sua` },
    { name: 'viec-sua', path: `/viec/${task.id}/sua` },
    { name: 'trang-cong-khai', path: '/trang-cong-khai' },
    { name: 'ke-hoach-nhap', path: '/ke-hoach/nhap' },
    { name: 'ke-hoach-moi', path: '/ke-hoach/moi' },
    { name: 'ke-hoach-sua', path: `/ke-hoach/${plan.id}/sua` },
    { name: 'ke-hoach-nhap-lai', path: `/ke-hoach/${plan.id}/nhap-lai` },
    { name: 'nguoi-dung', path: '/quan-tri/nguoi-dung' },
    { name: 'don-vi', path: '/quan-tri/don-vi' },
    { name: 'uy-quyen', path: '/quan-tri/uy-quyen' },
    { name: 'duong-day-nong', path: '/quan-tri/duong-day-nong' },
    { name: 'vi-pham', path: '/vi-pham-du-lieu' },
    { name: 'vi-pham-moi', path: '/vi-pham-du-lieu/moi' },
    { name: 'vi-pham-mot', path: `/vi-pham-du-lieu/${breach.id}` },
    { name: 'vi-pham-sua', path: `/vi-pham-du-lieu/${breach.id}/sua` },
    { name: 'nhat-ky', path: '/quan-tri/nhat-ky' },
    { name: 'dang-nhap', path: '/quan-tri/dang-nhap' },
    { name: 'sinh-hoat-he', path: '/sinh-hoat-he' },
    { name: 'diem-danh', path: '/diem-danh' },
    { name: 'tai-nan', path: '/tai-nan' },
    { name: 'tai-nan-moi', path: '/tai-nan/moi' },
    { name: 'tai-nan-quy', path: '/tai-nan/quy' },
    { name: 'tai-nan-sua', path: `/tai-nan/${injury.id}/sua` },
    { name: 'sinh-hoat-he-ban-giao', path: `/sinh-hoat-he/ban-giao/${handover.id}` },
    { name: 'sinh-hoat-he-danh-sach', path: '/sinh-hoat-he/danh-sach' },
    { name: 'sinh-hoat-he-nhom', path: `/sinh-hoat-he/nhom/${session.group_id}` },
    { name: 'sinh-hoat-he-y-kien', path: `/sinh-hoat-he/nhom/${session.group_id}/y-kien` },
    { name: 'diem-danh-mot', path: `/diem-danh/${session.id}` },
  ]
  return { all, officer }
}

/** An event of today past which nobody comes without a safety plan. */
async function someEvent(api: Api): Promise<string> {
  const { today } = await api.get('/me')
  const at = (hour: string) => new Date(`${today}T${hour}:00+07:00`).toISOString()
  const event = await api.post('/events', {
    title: 'Ngày hội đọc sách và vui chơi của trẻ em phường',
    kind: 'festival',
    starts_at: at('08:00'),
    ends_at: at('10:30'),
    place: 'Nhà văn hóa phường',
    expected_children: 200,
    expected_adults: 20,
    details: {
      programme: [{ time: '08:00', what: 'Khai mạc', who: 'Đoàn phường' }],
      staff: [{ name: 'Nguyễn Thị Lan', phone: '0912345678', duty: 'Phụ trách chung' }],
    },
    budget: [{ source: 'state', planned: 5_000_000 }],
  })
  return event.id
}

/** A child of whom there is something to say, of the neighborhood that the sweep visits, among others. */
async function someChild(api: Api): Promise<string> {
  const ward = await wardOf(api)
  await addChildren(api, ward, 30)
  const child = await addChild(api, {
    full_name: 'Nguyễn Hoàng Thục Quyên',
    neighborhood_id: neighborhood(ward, 'Khu phố 9').id,
    personal_id: '001216123456',
    guardians: [{ relation: 'mother', full_name: 'Trần Thị Bình', phone: '0912345678', occupation: 'Buôn bán' }],
    medical_warning: 'Dị ứng hải sản',
    poverty: 'near_poor',
    can_swim: false,
  })
  const paper = { evidence: 'Giấy xác nhận khuyết tật số 12 ngày 03/4/2024', from_date: '2024-04-03' }
  await api.post(`/children/${child.id}/circumstances`, { code: 'HC04', ...paper })
  await api.post(`/children/${child.id}/circumstances`, { code: 'NC01', from_date: '2024-04-03' })
  await api.post(`/children/${child.id}/circumstances`, {
    code: 'HC01',
    from_date: '2022-04-03',
    to_date: '2023-04-03',
  })
  await api.post(`/children/${child.id}/circumstances`, { code: 'NC02', from_date: '2099-04-03' })
  const mother = { representative_name: 'Trần Thị Bình', representative_relation: 'mẹ', representative_agrees: true }
  const consent = { purpose: 'photos', given_on: '2024-06-01', child_agrees: true, method: 'Phiếu có chữ ký' }
  await api.post(`/children/${child.id}/consents`, {
    ...consent,
    ...mother,
    text_version: 'Phiếu đồng ý, bản 01/2026',
  })
  await api.post(`/children/${child.id}/data-requests`, {
    kind: 'delete',
    requester_name: 'Trần Thị Bình',
    requester_relation: 'mẹ',
    received_on: '2024-06-01',
    details: 'Xóa ảnh chụp ở Ngày hội',
  })
  await api.post(`/children/${child.id}/supports`, { kind: 'gift', on_date: '2024-06-01', value: 500_000 })
  return child.id
}

for (const [person, isOfficer] of [
  ['chinhsach', true],
  ['khupho9', false],
  ['lanhdao', false],
  ['doan', false],
  ['quantri', false],
] as const) {
  test(`every page of ${person}`, async ({ as, api }, info) => {
    test.setTimeout(300_000)
    const page = await as(person)
    const refused: string[] = []
    page.on('response', (answer) => {
      if (answer.status() >= 400) refused.push(`${answer.status()} ${new URL(answer.url()).pathname}`)
    })
    for (const place of await placesFor(person, isOfficer, api)) {
      await test.step(place.name, async () => {
        refused.length = 0
        await open(page, place.path)
        await loaded(page)
        if (SCREENS) {
          await page.screenshot({ path: `${SCREENS}/${info.project.name}/${person}-${place.name}.png`, fullPage: true })
        }
        expect.soft(refused, `${place.path}: refused requests`).toEqual([])
        expect.soft(await page.getByRole('heading', { level: 1 }).count(), `${place.path}: one h1`).toBe(1)
        await expect.soft(page.getByText('Bản dùng thử:'), `${place.path}: demo notice`).toBeVisible()
        await expect.soft(page, `${place.path}: title of the tab`).toHaveTitle(/ · Búp Trên Cành$/)
        await expectAccessible(page, 'soft')
        expect.soft(await tooWide(page), `${place.path}: wider than the screen`).toEqual([])
        if (isPhone(page)) {
          const size = page.viewportSize()!
          await page.setViewportSize({ width: 320, height: 640 })
          expect.soft(await tooWide(page), `${place.path}: wider than 320 px`).toEqual([])
          await page.setViewportSize(size)
        }
      })
    }
  })
}

async function placesFor(
  person: string,
  isOfficer: boolean,
  api: (username: string) => Promise<Api>,
): Promise<Place[]> {
  const { all, officer } = await placesOf(await api('chinhsach'))
  if (isOfficer) return [...all, ...officer]
  if (person === 'quantri')
    return [
      ...all.filter(({ name }) => name === 'hom-nay'),
      ...officer.filter(({ name }) => ['nguoi-dung', 'don-vi', 'uy-quyen', 'duong-day-nong', 'nhat-ky'].includes(name)),
      { name: 'cai-dat', path: '/quan-tri/cai-dat' },
      { name: 'tai-khoan-may', path: '/quan-tri/tai-khoan-may' },
      { name: 'webhook', path: '/quan-tri/webhook' },
      { name: 'tinh-trang', path: '/quan-tri/tinh-trang' },
    ]
  if (person === 'doan')
    return all.filter(({ name }) => ['hom-nay', 'tre-em', 'tre-em-mot', 'tre-em-lich-su'].includes(name))
  if (person === 'lanhdao')
    return all.filter(({ name }) =>
      ['hom-nay', 'ke-hoach-tien-do', 'vuong-mac', 'tre-em', 'tre-em-mot', 'tre-em-hoan-canh'].includes(name),
    )
  return all
}

async function loaded(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

/** What stands out to the right; empty when the page does not scroll sideways. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    return Array.from(document.querySelectorAll('body *'))
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .slice(-3)
      .map((element) => `${element.tagName} ${element.textContent?.slice(0, 60)}`)
  })
}
