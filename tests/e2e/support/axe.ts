// Accessibility by axe-core: no serious or critical finding, on every route and in its open states.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Fails with the rule, the element and the remedy of each finding. */
export async function expectAccessible(page: Page, how: 'soft' | 'hard' = 'hard'): Promise<void> {
  // Evaluated, not added as a script: the page's Content-Security-Policy stays in force.
  await page.evaluate(source)
  const results = await page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as { axe: { run(of: Element, options: object): Promise<AxeResults> } }
    const run = async (of: Element, runOnly: string[] | object) =>
      (await axe.run(of, { runOnly, resultTypes: ['violations'] })).violations
    const { scrollY } = globalThis
    scrollTo(0, 0)
    try {
      const found = await run(document.documentElement, tags)
      for (const rule of found.filter(({ id }) => id === 'target-size')) {
        const small: typeof rule.nodes = []
        for (const node of rule.nodes) {
          // What lies half under the page's fixed head or foot counts as too small: it is measured once more where nothing covers it.
          const target = document.querySelector(String(node.target[0]))
          target?.scrollIntoView({ block: 'center' })
          if (!target || (await run(target, { type: 'rule', values: [rule.id] })).length > 0) small.push(node)
        }
        rule.nodes = small
      }
      return found
    } finally {
      scrollTo(0, scrollY)
    }
  }, TAGS)
  const grave = results.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const findings = grave.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}\n  ${node.html}`))
  const check = how === 'soft' ? expect.soft : expect
  check(findings, `axe on ${page.url()}`).toEqual([])
}
