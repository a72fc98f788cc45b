import { type ComponentType, lazy } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import type { Words } from '../i18n/words.ts';
import type { Place } from '../state/view-state.ts';
import { StartPlace } from './StartPlace.tsx';
import type { SelectedPlace } from './use-selected-place.ts';

export interface PlaceProps {
  readonly municipality: MunicipalityView;
  readonly selectedPlace: SelectedPlace | null;
}

/** `beside` and `below` the map; `data` fills the work area, the map stays mounted behind. */
export type PlaceLayout = 'beside' | 'below' | 'data';

export interface PlaceView {
  readonly layout: PlaceLayout;
  /** Name of the region for screen readers. */
  readonly label: (words: Words) => string;
  readonly View: ComponentType<PlaceProps>;
}

/** What each place of the rail shows. Whatever is not the first view is fetched when it is opened. */
export const PLACE_VIEWS: Readonly<Record<Place, PlaceView>> = {
  start: { layout: 'beside', label: (words) => words.start.title, View: StartPlace },
  map: {
    layout: 'beside',
    label: (words) => words.people.listTitle,
    View: lazy(() => import('./PeopleBesideMap.tsx')),
  },
  people: {
    layout: 'below',
    label: (words) => words.people.listTitle,
    View: lazy(() => import('./PeopleBelowMap.tsx')),
  },
  plans: {
    layout: 'beside',
    label: (words) => words.frame.places.plans,
    View: lazy(() => import('../features/plans/PlansPlace.tsx')),
  },
  shelters: {
    layout: 'beside',
    label: (words) => words.shelters.title,
    View: lazy(() => import('./SheltersPlace.tsx')),
  },
  scenarios: {
    layout: 'beside',
    label: (words) => words.frame.placeTitles.scenarios,
    View: lazy(() => import('./ScenariosPlace.tsx')),
  },
  routes: {
    layout: 'beside',
    label: (words) => words.frame.places.routes,
    View: lazy(() => import('../features/routes/RoutesPlace.tsx')),
  },
  response: {
    layout: 'beside',
    label: (words) => words.frame.places.response,
    View: lazy(() => import('../features/response/ResponsePlace.tsx')),
  },
  drills: {
    layout: 'beside',
    label: (words) => words.frame.places.drills,
    View: lazy(() => import('../features/drills/DrillsPlace.tsx')),
  },
  relay: {
    layout: 'beside',
    label: (words) => words.frame.places.relay,
    View: lazy(() => import('./RelayDesk.tsx')),
  },
  charts: {
    layout: 'beside',
    label: (words) => words.frame.places.charts,
    View: lazy(() => import('../features/charts/ChartsPlace.tsx')),
  },
  criteria: {
    layout: 'data',
    label: (words) => words.frame.placeTitles.criteria,
    View: lazy(() => import('../features/criteria/CriteriaPlace.tsx')),
  },
  data: {
    layout: 'data',
    label: (words) => words.data.title,
    View: lazy(() => import('./DataDesk.tsx')),
  },
  settings: {
    layout: 'data',
    label: (words) => words.settings.title,
    View: lazy(() => import('./SettingsPlace.tsx')),
  },
  audit: {
    layout: 'data',
    label: (words) => words.frame.placeTitles.audit,
    View: lazy(() => import('../features/audit/AuditPlace.tsx')),
  },
  access: {
    layout: 'data',
    label: (words) => words.access.title,
    View: lazy(() => import('./AccessDesk.tsx')),
  },
  accounts: {
    layout: 'data',
    label: (words) => words.account.others,
    View: lazy(() => import('../features/accounts/AccountsPlace.tsx')),
  },
  account: {
    layout: 'data',
    label: (words) => words.account.own.title,
    View: lazy(() => import('../features/account/AccountPlace.tsx')),
  },
};
