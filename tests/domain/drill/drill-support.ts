import type { DrillManual, DrillStep } from '#domain/drill/drill';
import type { DrillScenario } from '#domain/drill/scenario';

export const CALM: DrillScenario = {
  levels: [{ minute: 0, level: 3 }],
  isNight: false,
  isRain: false,
  isPowerCut: false,
  closedRoads: [],
  shortfalls: [],
  injects: [],
};

export const step = (id: string, changes: Partial<DrillStep> = {}): DrillStep => ({
  id,
  label: { ja: `手順${id}`, en: `step ${id}` },
  roleId: 'care',
  plannedMinutes: 10,
  after: [],
  fromLevel: null,
  formId: null,
  ...changes,
});

export const manual = (
  steps: readonly DrillStep[],
  staff: Readonly<Record<string, number>> = { care: 9 },
): Pick<DrillManual, 'roles' | 'phases'> => ({
  roles: Object.entries(staff).map(([id, count]) => ({
    id,
    label: { ja: id, en: id },
    staff: count,
  })),
  phases: [{ id: 'only', label: { ja: '全部', en: 'All' }, steps }],
});
