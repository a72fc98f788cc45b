export const DRILL_TABS = ['plan', 'routes', 'run', 'after', 'publish'] as const;
export const PLAN_PARTS = ['basics', 'scenario', 'people', 'steps', 'timeline'] as const;
export type DrillTab = (typeof DRILL_TABS)[number];
export type DrillPart = (typeof PLAN_PARTS)[number];

/** What of the drills is looked at. */
export interface DrillsView {
  /** The drill that is open; null lists all. */
  readonly drill: string | null;
  readonly tab: DrillTab;
  readonly part: DrillPart;
  /** The vehicle whose tour is looked at. */
  readonly tour: string | null;
}

export const FIRST_DRILLS_VIEW: DrillsView = {
  drill: null,
  tab: 'plan',
  part: 'basics',
  tour: null,
};

/** As the address holds it: fields of `key.value` with `!` between; null for the first. */
export function formatDrillsView({ drill, tab, part, tour }: DrillsView): string | null {
  const fields = [
    ...(drill === null ? [] : [`d.${drill}`]),
    ...(tab === 'plan' ? [] : [`b.${tab}`]),
    ...(part === 'basics' ? [] : [`p.${part}`]),
    ...(tour === null ? [] : [`t.${tour}`]),
  ];
  return fields.length === 0 ? null : fields.join('!');
}

/** Reads what `formatDrillsView` wrote. What is not understood is left out, never an error. */
export function parseDrillsView(text: string | null): DrillsView {
  const fields = new Map(
    (text?.split('!') ?? []).flatMap((field) =>
      field[1] === '.' ? [[field[0], field.slice(2)] as const] : [],
    ),
  );
  return {
    drill: idOf(fields.get('d')),
    tab: DRILL_TABS.find((one) => one === fields.get('b')) ?? 'plan',
    part: PLAN_PARTS.find((one) => one === fields.get('p')) ?? 'basics',
    tour: idOf(fields.get('t')),
  };
}

const idOf = (text: string | undefined) => (/^[\w-]{1,64}$/.test(text ?? '') ? text! : null);
