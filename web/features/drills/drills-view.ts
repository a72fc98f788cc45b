export const DRILL_TABS = ['plan', 'routes', 'run', 'after', 'publish'] as const;
export const PLAN_PARTS = ['basics', 'scenario', 'people', 'steps', 'timeline'] as const;
/** What of the run is on the tablet: steps, the door of the shelter, who is where, what was written down. */
export const RUN_PARTS = ['steps', 'door', 'team', 'log'] as const;
export type RunPart = (typeof RUN_PARTS)[number];
export type DrillTab = (typeof DRILL_TABS)[number];
export type DrillPart = (typeof PLAN_PARTS)[number];

/** What of the drills is looked at. */
export interface DrillsView {
  /** The drill that is open; null lists all. */
  readonly drill: string | null;
  readonly tab: DrillTab;
  readonly part: DrillPart;
  readonly run: RunPart;
  /** The vehicle or the person whose way is looked at. */
  readonly picked: string | null;
  /** The job that plans tours. */
  readonly job: string | null;
}

export const FIRST_DRILLS_VIEW: DrillsView = {
  drill: null,
  tab: 'plan',
  part: 'basics',
  run: 'steps',
  picked: null,
  job: null,
};

/** As the address holds it: fields of `key.value` with `!` between; null for the first. */
export function formatDrillsView({
  drill,
  tab,
  part,
  run,
  picked,
  job,
}: DrillsView): string | null {
  const fields = [
    ...(drill === null ? [] : [`d.${drill}`]),
    ...(tab === 'plan' ? [] : [`b.${tab}`]),
    ...(part === 'basics' ? [] : [`p.${part}`]),
    ...(run === 'steps' ? [] : [`r.${run}`]),
    ...(picked === null ? [] : [`t.${picked}`]),
    ...(job === null ? [] : [`j.${job}`]),
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
    run: RUN_PARTS.find((one) => one === fields.get('r')) ?? 'steps',
    picked: idOf(fields.get('t')),
    job: idOf(fields.get('j')),
  };
}

const idOf = (text: string | undefined) => (/^[\w-]{1,64}$/.test(text ?? '') ? text! : null);
