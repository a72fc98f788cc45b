import { residentQuerySchema, type SortKey, sortSchema } from '#contract/resident';
import type { Camera } from '../map/camera.ts';
import { LAYER_IDS, type LayerId } from '../map/layers/layer-ids.ts';
import { SELECTION_KINDS, type Selection } from './selection.ts';

export const PLACES = [
  'start',
  'map',
  'people',
  'plans',
  'shelters',
  'scenarios',
  'routes',
  'response',
  'drills',
  'relay',
  'charts',
  'criteria',
  'data',
  'settings',
  'audit',
  'access',
  'accounts',
  'account',
] as const;
export type Place = (typeof PLACES)[number];

export const FILTER_KEYS = [
  'tier',
  'red',
  'relation',
  'district',
  'careLevel',
  'accuracy',
  'plan',
  'powerDependent',
  'phenomenon',
  'household',
  'supporters',
  'age',
  'possibleTier',
  'archived',
] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];
/** Chosen values of each filter; a filter that is not set lets everyone through. */
export type ResidentFilters = Readonly<Partial<Record<FilterKey, readonly string[]>>>;

/** What a shelter can be looked for by. */
export const SHELTER_CONDITIONS = [
  'inside',
  'near',
  'undetermined',
  'not-for-landslide',
  'welfare',
  'conflict',
  'edited',
  'outside-boundary',
] as const;
export type ShelterCondition = (typeof SHELTER_CONDITIONS)[number];
export const SHELTER_SORTS = ['relation', 'name', 'kind', 'capacity'] as const;
export type ShelterSort = (typeof SHELTER_SORTS)[number];

/** What is done with the people: the list, open positions one by one, likely doubles side by side. */
export const PEOPLE_TASKS = ['list', 'settle', 'duplicates'] as const;
export type PeopleTask = (typeof PEOPLE_TASKS)[number];

/** All that the address bar holds. Ids are opaque: a name never gets in. */
export interface ViewState {
  readonly municipality: string | null;
  readonly place: Place;
  readonly camera: Camera | null;
  readonly hiddenLayers: readonly LayerId[];
  /** Base map in place of the municipality's own: `none` or the id of one that the server offers. */
  readonly baseMap: string | null;
  /** Lines of longitude and latitude over the map. */
  readonly grid: boolean;
  readonly filters: ResidentFilters;
  /** Order of the list, the first key counting first; never empty. */
  readonly sort: readonly SortKey[];
  readonly task: PeopleTask;
  /** Which shelters are listed; null lists all. */
  readonly shelters: ShelterCondition | null;
  readonly shelterSort: ShelterSort;
  readonly shelterOrder: 'asc' | 'desc';
  /** The hypothetical zone that is open: its id, `new` for one that was not kept yet. */
  readonly scenario: string | null;
  /** The route that is planned, as `features/routes/route-plan.ts` writes it; a home is there by its person's id. */
  readonly route: string | null;
  /** The response or rehearsal that is open; null = the one that was opened last. */
  readonly response: string | null;
  /** What of relay sheets and resources is looked at, as `state/relay-view.ts` writes it. */
  readonly relay: string | null;
  /** What of the plans is looked at, as `features/plans/plans-view.ts` writes it. */
  readonly plans: string | null;
  /** What of the drills is looked at, as `features/drills/drills-view.ts` writes it. */
  readonly drills: string | null;
  /** What of the district charts is looked at, as `features/charts/charts-view.ts` writes it. */
  readonly charts: string | null;
  /** What of the criteria is open, e.g. `draft.<id>`; null lists all. */
  readonly criteria: string | null;
  /** The import whose progress or report is shown. */
  readonly importId: string | null;
  readonly selection: Selection | null;
  /** Which of the two tabs a narrow screen shows. */
  readonly tab: 'map' | 'list';
}

/** What the application opens with: those who come first. */
export const FIRST_VIEW: ViewState = {
  municipality: null,
  place: 'start',
  camera: null,
  hiddenLayers: [],
  baseMap: null,
  grid: false,
  filters: { tier: ['1'] },
  sort: [{ key: 'rank', isDescending: false }],
  task: 'list',
  shelters: null,
  shelterSort: 'relation',
  shelterOrder: 'asc',
  scenario: null,
  route: null,
  response: null,
  relay: null,
  plans: null,
  drills: null,
  charts: null,
  criteria: null,
  importId: null,
  selection: null,
  tab: 'list',
};

const NO_FILTERS: ResidentFilters = {};

/** Whether the place shows people by the filters. */
export const listsPeople = (place: Place): boolean =>
  place === 'start' || place === 'map' || place === 'people';

/**
 * The filters that hold on the map. Those that the application opens with were chosen by nobody: beside another
 * list than theirs the map shows everyone.
 */
export function filtersOnMap({ place, filters }: ViewState): ResidentFilters {
  const isChosen = JSON.stringify(filters) !== JSON.stringify(FIRST_VIEW.filters);
  return isChosen || listsPeople(place) ? filters : NO_FILTERS;
}

/** Reads the address. What is not understood is left out, never an error. */
export function parseView(pathname: string, search: string): ViewState {
  const [code, placeName] = pathname.split('/').filter((part) => part !== '');
  const query = new URLSearchParams(search);
  const municipality = code !== undefined && /^\d{5}$/.test(code) ? code : null;
  if (municipality === null) return FIRST_VIEW;
  return {
    municipality,
    place: memberOf(PLACES, placeName) ?? 'start',
    camera: parseCamera(query.get('at')),
    hiddenLayers: LAYER_IDS.filter((id) => query.get('hide')?.split(',').includes(id)),
    baseMap:
      /^(?:none|file\..{1,120}|gsi\.[a-z]{1,12})$/.exec(query.get('base') ?? '')?.[0] ?? null,
    grid: query.get('grid') === '1',
    filters: parseFilters(query),
    sort: parseSort(query),
    task: memberOf(PEOPLE_TASKS, query.get('task')) ?? 'list',
    shelters: memberOf(SHELTER_CONDITIONS, query.get('shelters')),
    shelterSort: memberOf(SHELTER_SORTS, query.get('ss')) ?? 'relation',
    shelterOrder: query.get('so') === 'desc' ? 'desc' : 'asc',
    scenario: /^(new|[0-9a-f-]{36})$/.exec(query.get('sc') ?? '')?.[0] ?? null,
    route: /^[\w.,/%!~*'()-]{1,6000}$/.exec(query.get('route') ?? '')?.[0] ?? null,
    response: /^[0-9a-f-]{36}$/.exec(query.get('rsp') ?? '')?.[0] ?? null,
    relay: /^[\w.,/%!~*'()-]{1,3000}$/.exec(query.get('relay') ?? '')?.[0] ?? null,
    plans: /^[\w.,/%!~*'()-]{1,3000}$/.exec(query.get('plans') ?? '')?.[0] ?? null,
    drills: /^[\w.!-]{1,300}$/.exec(query.get('drills') ?? '')?.[0] ?? null,
    charts: /^[\w.,/%!~*'()-]{1,2000}$/.exec(query.get('charts') ?? '')?.[0] ?? null,
    criteria: /^[a-z0-9@.-]{1,200}$/.exec(query.get('criteria') ?? '')?.[0] ?? null,
    importId: /^[0-9a-f-]{36}$/.exec(query.get('import') ?? '')?.[0] ?? null,
    selection: parseSelection(query.get('sel')),
    tab: query.get('tab') === 'map' ? 'map' : 'list',
  };
}

/** The address of a view, e.g. `/99201/map?tier=1&at=13.20/31.41000/135.20000&sel=resident.42`. */
export function formatView(view: ViewState): string {
  if (view.municipality === null) return '/';
  const parts: [string, string][] = [];
  for (const key of FILTER_KEYS) {
    const values = view.filters[key];
    if (values !== undefined && values.length > 0) parts.push([key, values.join(',')]);
  }
  const sort = formatSort(view.sort);
  if (sort !== 'rank') parts.push(['sort', sort]);
  if (view.task !== 'list') parts.push(['task', view.task]);
  if (view.shelters !== null) parts.push(['shelters', view.shelters]);
  if (view.shelterSort !== 'relation') parts.push(['ss', view.shelterSort]);
  if (view.shelterOrder !== 'asc') parts.push(['so', view.shelterOrder]);
  if (view.scenario !== null) parts.push(['sc', view.scenario]);
  if (view.route !== null) parts.push(['route', view.route]);
  if (view.response !== null) parts.push(['rsp', view.response]);
  if (view.relay !== null) parts.push(['relay', view.relay]);
  if (view.plans !== null) parts.push(['plans', view.plans]);
  if (view.drills !== null) parts.push(['drills', view.drills]);
  if (view.charts !== null) parts.push(['charts', view.charts]);
  if (view.criteria !== null) parts.push(['criteria', view.criteria]);
  if (view.importId !== null) parts.push(['import', view.importId]);
  if (view.hiddenLayers.length > 0) parts.push(['hide', view.hiddenLayers.join(',')]);
  if (view.baseMap !== null) parts.push(['base', view.baseMap]);
  if (view.grid) parts.push(['grid', '1']);
  if (view.camera !== null) {
    const { zoom, lat, lng } = view.camera;
    parts.push(['at', `${zoom.toFixed(2)}/${lat.toFixed(5)}/${lng.toFixed(5)}`]);
  }
  if (view.selection !== null) parts.push(['sel', `${view.selection.kind}.${view.selection.id}`]);
  if (view.tab !== 'list') parts.push(['tab', view.tab]);
  const query = parts.map(([key, value]) => `${key}=${encodePart(value)}`).join('&');
  return `/${view.municipality}/${view.place}${query === '' ? '' : `?${query}`}`;
}

/** Readable in the address bar: commas and slashes need no escape in a query. */
function encodePart(value: string): string {
  return encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%2F', '/');
}

function memberOf<T extends string>(all: readonly T[], value: string | null | undefined): T | null {
  return all.find((member) => member === value) ?? null;
}

function parseCamera(text: string | null): Camera | null {
  const numbers = text?.split('/').map(Number) ?? [];
  const [zoom, lat, lng] = numbers;
  if (zoom === undefined || lat === undefined || lng === undefined) return null;
  const isPlace =
    numbers.every(Number.isFinite) && Math.abs(lat) <= 85 && Math.abs(lng) <= 180 && zoom >= 0;
  return isPlace ? { zoom: Math.min(zoom, 22), lat, lng } : null;
}

/** `order=desc` is how addresses said it when there was one key. */
function parseSort(query: URLSearchParams): readonly SortKey[] {
  const sign = query.get('order') === 'desc' ? '-' : '';
  const read = sortSchema.safeParse(`${sign}${query.get('sort') ?? 'rank'}`);
  return read.success ? read.data : FIRST_VIEW.sort;
}

/** `district,-age`: what the address bar, the server and a saved filter call an order. */
export function formatSort(sort: readonly SortKey[]): string {
  return sort.map(({ key, isDescending }) => (isDescending ? `-${key}` : key)).join(',');
}

function parseFilters(query: URLSearchParams): ResidentFilters {
  const filters: Partial<Record<FilterKey, readonly string[]>> = {};
  for (const key of FILTER_KEYS) {
    const text = query.get(key);
    if (text === null || text === '') continue;
    if (residentQuerySchema.shape[key].safeParse(text).success) filters[key] = text.split(',');
  }
  return filters;
}

function parseSelection(text: string | null): Selection | null {
  const dot = text?.indexOf('.') ?? -1;
  if (text === null || dot < 1) return null;
  const kind = memberOf(SELECTION_KINDS, text.slice(0, dot));
  const id = text.slice(dot + 1);
  return kind === null || id === '' ? null : { kind, id };
}
