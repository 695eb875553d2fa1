import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { ask } from './browsing.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds wrong with a page, a row each. */
export async function violations(page: Page): Promise<string> {
  await page.evaluate(axe.source)
  return await ask(
    page,
    `axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) =>
      violations.map(({ id, nodes }) =>
        id + ': ' + nodes.slice(0, 3).map(({ html, failureSummary }) => html + ' ' + failureSummary).join('; ')
      ).join('\\n'))`,
  )
}
