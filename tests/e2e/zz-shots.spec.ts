import { expectAccessible } from './support/axe.ts'
import { expect, isPhone, open, test, type Page } from './support/test.ts'
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    return Array.from(document.querySelectorAll('body *')).filter((e) => e.getBoundingClientRect().right > width + 1).slice(-3).map((e) => `${e.tagName} ${e.textContent?.slice(0, 60)}`)
  })
}
for (const who of ['vanhoa', 'khupho10', 'lanhdao', 'captren']) {
  test(`shots ${who}`, async ({ as, api }, info) => {
    test.setTimeout(240_000)
    const page = await as(who)
    const all = (await (await api('chinhsach')).get('/communications?limit=100')).items
    const find = (t: string) => all.find((one: any) => one.title.startsWith(t)).id
    const loud = find('Phòng, chống đuối nước'), banner = find('Băng-rôn chủ đề')
    const paths: [string, string][] = [['list', '/truyen-thong'], ['loud', `/truyen-thong/${loud}`], ['banner', `/truyen-thong/${banner}`], ['counts', '/truyen-thong/ai-da-phat'], ['campaigns', '/truyen-thong/dot'], ['print', `/truyen-thong/${loud}/in`]]
    if (who !== 'captren' && who !== 'lanhdao') paths.push(['new', '/truyen-thong/moi'])
    if (who === 'vanhoa') paths.push(['edit', `/truyen-thong/${banner}/sua`])
    for (const [name, path] of paths) {
      await open(page, path)
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
      await page.waitForTimeout(300)
      await page.screenshot({ path: `/tmp/shots/${info.project.name}-${who}-${name}.png`, fullPage: true })
      await expectAccessible(page, 'soft')
      expect.soft(await tooWide(page), path).toEqual([])
      if (isPhone(page)) {
        await page.setViewportSize({ width: 320, height: 640 })
        expect.soft(await tooWide(page), `${path} 320`).toEqual([])
        await page.setViewportSize({ width: 390, height: 844 })
      }
    }
    if (who === 'khupho10') {
      await open(page, `/truyen-thong/${loud}`)
      await page.getByRole('button', { name: 'Báo cáo', exact: true }).click()
      await page.waitForTimeout(600)
      await page.screenshot({ path: `/tmp/shots/${info.project.name}-${who}-report.png` })
    }
  })
}
