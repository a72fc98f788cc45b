import { useMemo } from 'react';
import { changeView, currentView, useView } from './use-view.ts';

export const RELAY_TABS = ['sheets', 'write', 'resources', 'guide'] as const;
export const RELAY_BOXES = ['to-answer', 'written', 'all'] as const;

/** What of relay sheets, resources and the guide is looked at. Ids are opaque: a name never gets in. */
export interface RelayView {
  readonly tab: (typeof RELAY_TABS)[number];
  readonly box: (typeof RELAY_BOXES)[number];
  readonly states: readonly string[];
  readonly urgencies: readonly string[];
  readonly district: string | null;
  readonly isOverdue: boolean;
  /** About whom sheets are listed; null = about everybody and every place. */
  readonly about: string | null;
  /** The sheet that is open. */
  readonly sheet: string | null;
  /** Whom a sheet is written about. */
  readonly person: string | null;
  /** What a sheet that is written leads to: `kind,id`. */
  readonly link: string | null;
  /** The resource that is open, `new` for one that is entered. */
  readonly resource: string | null;
  readonly categories: readonly string[];
  /** Near whose home resources are looked for. */
  readonly near: string | null;
}

export const FIRST_RELAY_VIEW: RelayView = {
  ...{ tab: 'sheets', box: 'to-answer', states: [], urgencies: [], district: null },
  ...{
    isOverdue: false,
    about: null,
    sheet: null,
    person: null,
    link: null,
    resource: null,
    categories: [],
    near: null,
  },
};

/** As the address holds it: fields of `key.value` with `!` between; null for the first. */
export function formatRelayView(view: RelayView): string | null {
  const fields: string[] = [];
  const add = (key: string, value: string | null) => {
    if (value !== null && value !== '') fields.push(`${key}.${value}`);
  };
  add('b', view.tab === 'sheets' ? null : view.tab);
  add('x', view.box === 'to-answer' ? null : view.box);
  add('s', view.states.join(','));
  add('u', view.urgencies.join(','));
  add('d', view.district && encodeURIComponent(view.district).replaceAll('!', '%21'));
  add('o', view.isOverdue ? '1' : null);
  add('a', view.about);
  add('i', view.sheet);
  add('p', view.person);
  add('l', view.link);
  add('r', view.resource);
  add('c', view.categories.join(','));
  add('n', view.near);
  return fields.length === 0 ? null : fields.join('!');
}

/** Reads what `formatRelayView` wrote. What is not understood is left out, never an error. */
export function parseRelayView(text: string | null): RelayView {
  const found = new Map<string, string>();
  for (const field of text?.split('!') ?? [])
    if (field[1] === '.' && field[0] !== undefined) found.set(field[0], field.slice(2));
  const id = (key: string) => /^(new|[0-9a-f-]{36})$/.exec(found.get(key) ?? '')?.[0] ?? null;
  const words = (key: string) =>
    (found.get(key) ?? '').split(',').filter((one) => /^[a-z-]{1,30}$/.test(one));
  return {
    tab: RELAY_TABS.find((one) => one === found.get('b')) ?? 'sheets',
    box: RELAY_BOXES.find((one) => one === found.get('x')) ?? 'to-answer',
    states: words('s'),
    urgencies: words('u'),
    district: readText(found.get('d')),
    isOverdue: found.get('o') === '1',
    ...{ about: id('a'), sheet: id('i'), person: id('p'), resource: id('r'), near: id('n') },
    link: /^(?:plan|site-override|resource),[0-9a-f-]{36}$/.exec(found.get('l') ?? '')?.[0] ?? null,
    categories: words('c'),
  };
}

function readText(text: string | undefined): string | null {
  try {
    return text === undefined || text === '' ? null : decodeURIComponent(text);
  } catch {
    return null;
  }
}

export function useRelayView(): RelayView {
  const text = useView((view) => view.relay);
  return useMemo(() => parseRelayView(text), [text]);
}

/** Filters are tried without a step to go back by; another tab, sheet or resource is one. */
export function changeRelayView(
  change: Partial<RelayView>,
  step: 'push' | 'replace' = 'push',
): void {
  const view = { ...parseRelayView(currentView().relay), ...change };
  changeView({ place: 'relay', relay: formatRelayView(view) }, step);
}
