import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds on the page as it stands, WCAG 2.2 AA and its best practice; empty where there is nothing. */
export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // There are no frames, for which axe else opens a page of its own to put its findings together: the same
    // findings in 2.0 s instead of 5.3.
    .setLegacyMode()
    // What react-aria says once to a screen reader: it names fields that may be gone by now, and goes after seconds.
    .exclude('[data-live-announcer]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
  );
}
