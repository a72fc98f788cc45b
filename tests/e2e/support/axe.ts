import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const HAS_AXE = `'axe' in globalThis`;

/**
 * In the page itself, once for each page: handing over all that was found in order takes as long again as
 * looking. What react-aria says once to a screen reader is left out: it names fields that may be gone by now,
 * and goes after seconds.
 */
const LOOK = `axe.run({ exclude: ['[data-live-announcer]'] }, {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
}).then(({ violations }) => violations)`;

/** What axe finds on the page as it stands, WCAG 2.2 AA and its best practice; empty where there is nothing. */
export async function barriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>(HAS_AXE))) await page.evaluate(axe.source);
  const violations = await page.evaluate<AxeResults['violations']>(LOOK);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
  );
}
