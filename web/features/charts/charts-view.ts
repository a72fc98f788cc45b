export const CHART_TABS = ['district', 'compare', 'trend', 'items', 'figures', 'publish'] as const;
export type ChartTab = (typeof CHART_TABS)[number];

/** What of the charts is looked at. Districts by name: they are places and no people. */
export interface ChartsView {
  readonly tab: ChartTab;
  /** null = the first of the list. */
  readonly district: string | null;
  readonly beside: string | null;
  /** Id of the item that is mapped, ranked and drawn; null = the people needing support. */
  readonly item: string | null;
}

const FIRST: ChartsView = { tab: 'district', district: null, beside: null, item: null };
const FIELDS = { d: 'district', b: 'beside', i: 'item' } as const;

/** `t.compare!d.…!i.residents`; null for what the place opens with. */
export function formatChartsView(view: ChartsView): string | null {
  const fields = view.tab === FIRST.tab ? [] : [`t.${view.tab}`];
  for (const [key, field] of Object.entries(FIELDS)) {
    const value = view[field];
    if (value !== null) fields.push(`${key}.${encodeURIComponent(value).replaceAll('!', '%21')}`);
  }
  return fields.length === 0 ? null : fields.join('!');
}

/** Reads what `formatChartsView` wrote; what is not understood is left out. */
export function parseChartsView(text: string | null): ChartsView {
  let view = FIRST;
  for (const field of text?.split('!') ?? []) {
    const [key, value] = [field.slice(0, 1), readText(field.slice(2))];
    if (value === null) continue;
    if (key === 't') view = { ...view, tab: CHART_TABS.find((one) => one === value) ?? FIRST.tab };
    if (key === 'd' || key === 'b' || key === 'i') view = { ...view, [FIELDS[key]]: value };
  }
  return view;
}

function readText(text: string): string | null {
  try {
    return decodeURIComponent(text) || null;
  } catch {
    return null;
  }
}
