import type { Page } from 'playwright-core';
import type { FirstView } from './first-view.ts';

/** Longest task of the main thread in milliseconds, by what was done; 0 where none took 50 ms. */
export interface WebUse {
  readonly panning: number;
  /** While it zooms to where houses are drawn one by one. */
  readonly zooming: number;
  /** The same for the first time since the page was opened: what draws each kind of layer is compiled then, here by software. */
  readonly firstZooming: number;
  readonly filtering: number;
  readonly scrolling: number;
  /** While points of the criteria are moved and the effect on everybody follows. */
  readonly sliding: number;
  /** Most rows in sight at once that had nothing to read while the list scrolled. */
  readonly blankRows: number;
  /** People that the list says it has without any filter. */
  readonly people: number;
}

const SETTLE_MS = 1500;
const DRAGS = 6;
const DRAG_STEPS = 20;
const ZOOM_TURNS = 4;
const WHEEL_TURNS = 120;
const WHEEL_PIXELS = 240;

/* What runs in the page is text: these files know no DOM. */
const TAKE_LONGEST = 'Math.max(0, ...globalThis.longTasks.splice(0))';
/** Looks at every frame which rows in sight say nothing, and what of the list no row covers. */
const WATCH_ROWS = `
  const list = document.querySelector('#residents');
  globalThis.blankRows = 0;
  globalThis.framesSeen = 0;
  const look = () => {
    const { top, bottom } = list.getBoundingClientRect();
    let covered = 0;
    let blank = 0;
    let rowHeight = 1;
    for (const row of list.querySelectorAll('[role=option]')) {
      const box = row.getBoundingClientRect();
      const seen = Math.min(bottom, box.bottom) - Math.max(top, box.top);
      if (seen <= 0) continue;
      covered += seen;
      rowHeight = box.height;
      if (row.textContent.trim() === '') blank += 1;
    }
    const bare = Math.floor((list.clientHeight - covered) / rowHeight);
    globalThis.blankRows = Math.max(globalThis.blankRows, blank + Math.max(0, bare));
    globalThis.framesSeen += 1;
    globalThis.rowsFrame = requestAnimationFrame(look);
  };
  look();`;
const STOP_WATCHING_ROWS = 'cancelAnimationFrame(globalThis.rowsFrame); globalThis.blankRows';

/** Does what an officer does all day, as fast as a hand can. */
export async function actAsOfficer({ page }: FirstView): Promise<WebUse> {
  await take(page);
  const map = await middleOf(page);
  await pan(page, map);
  const far = await take(page);
  await zoom(page, map, 'in');
  const firstZooming = await take(page);
  await zoom(page, map, 'out');
  const out = await take(page);
  await zoom(page, map, 'in');
  const zooming = Math.max(out, await take(page));
  await pan(page, map);
  const panning = Math.max(far, await take(page));
  const people = await filter(page);
  const filtering = await take(page);
  const blankRows = await scroll(page);
  const scrolling = await take(page);
  await slide(page);
  const sliding = await take(page);
  return { panning, zooming, firstZooming, filtering, scrolling, sliding, blankRows, people };
}

async function take(page: Page): Promise<number> {
  await page.waitForTimeout(SETTLE_MS);
  return Number(await page.evaluate(TAKE_LONGEST));
}

interface Middle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function middleOf(page: Page): Promise<Middle> {
  const box = await page.locator('.maplibregl-canvas').boundingBox();
  if (box === null) throw new Error('no map to drag');
  return { ...box, x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function pan(page: Page, { x, y, width, height }: Middle): Promise<void> {
  for (let drag = 0; drag < DRAGS; drag += 1) {
    const side = drag % 2 === 0 ? 1 : -1;
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + (side * width) / 3, y + (side * height) / 4, { steps: DRAG_STEPS });
    await page.mouse.up();
    await page.waitForTimeout(200);
  }
}

async function zoom(page: Page, { x, y }: Middle, way: 'in' | 'out'): Promise<void> {
  await page.mouse.move(x, y);
  for (let turn = 0; turn < ZOOM_TURNS; turn += 1) {
    await page.mouse.wheel(0, way === 'in' ? -400 : 400);
    await page.waitForTimeout(300);
  }
  await page.locator('[data-drawn]').waitFor();
}

/** From everybody to a class of zone, to a care level and back. Answers how many "everybody" is. */
async function filter(page: Page): Promise<number> {
  const filters = page.getByRole('group', { name: '絞り込み' });
  const clear = page.getByRole('button', { name: 'すべて解除' });
  const shown = page.getByRole('heading', { level: 2 }).getByText(/[\d,]+人/);
  if (await clear.isVisible()) await clear.click();
  await page.waitForTimeout(SETTLE_MS);
  const people = Number(((await shown.textContent()) ?? '').replace(/\D/g, ''));
  for (const name of ['特別警戒区域', '要介護度', '地区']) {
    await filters.getByRole('button', { name, exact: true }).click();
    await page.getByRole('dialog').getByRole('checkbox').first().click();
    await page.keyboard.press('Escape');
    await page.waitForTimeout(SETTLE_MS);
  }
  await clear.click();
  return people;
}

async function scroll(page: Page): Promise<number> {
  const box = await page.locator('#residents').boundingBox();
  if (box === null) throw new Error('no list to scroll');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.evaluate(WATCH_ROWS);
  for (let turn = 0; turn < WHEEL_TURNS; turn += 1) await page.mouse.wheel(0, WHEEL_PIXELS);
  await page.waitForTimeout(SETTLE_MS);
  return Number(await page.evaluate(STOP_WATCHING_ROWS));
}

/** Makes a copy of the first criteria and drags the points of its first rule to and fro. */
async function slide(page: Page): Promise<void> {
  await page.goto(new URL('criteria', page.url()).href);
  await page
    .getByRole('button', { name: /写しを作って直す/ })
    .first()
    .click();
  const slider = page.getByRole('slider').first();
  await slider.waitFor();
  await page.getByRole('region', { name: '影響' }).getByRole('row').first().waitFor();
  await take(page);
  const box = await slider.boundingBox();
  if (box === null) throw new Error('no slider to move');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  for (const share of [0.1, 0.9, 0.3])
    await page.mouse.move(box.x + share * box.width, y, { steps: DRAG_STEPS });
  await page.mouse.up();
}
