import type {
  ExpressionFilterSpecification,
  ExpressionSpecification,
  LayerSpecification,
} from 'maplibre-gl';
import type { Selection } from '../../state/selection.ts';
import type { MapColors } from '../colors.ts';
import type { LayerId } from './layer-ids.ts';

/** Everything that drawing may depend on. Layers are a pure function of it. */
export interface LayerContext {
  readonly colors: MapColors;
  readonly isDark: boolean;
  readonly selection: Selection | null;
  /** The zone that the drawn connector goes to. */
  readonly tracedZoneId: string | null;
  /** True while the people shown are the filtered ones, clustered in the browser. */
  readonly filtered: boolean;
}

/** Layers that belong together: one subject, one switch in the legend. */
export interface LayerGroup {
  /** The switch that shows and hides them; null for what is always shown. */
  readonly switchId: LayerId | null;
  readonly layers: (context: LayerContext) => LayerSpecification[];
}

export const FONT = ['Noto Sans JP Variable'];
/** MapLibre reads the weight from the first name and draws with the first family that exists. */
export const FONT_BOLD = ['Noto Sans JP Variable Bold', 'Noto Sans JP Variable'];

/** Widths and sizes that grow with the zoom level. */
export function byZoom(
  ...stops: [zoom: number, value: number | ExpressionSpecification][]
): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat(1)] as ExpressionSpecification;
}

/**
 * 1 on what the pointer or the keyboard rests on, else 0: told by feature state, so that no tile is cut
 * anew. To be multiplied into widths and radii: what is only clear is drawn all the same, on thousands.
 */
export const IS_POINTED: ExpressionSpecification = [
  'case',
  ['boolean', ['feature-state', 'pointed'], false],
  1,
  0,
];

/** Matches what is selected. Features that stand for several things have no id and never match. */
export function isSelected(
  kind: Selection['kind'],
  { selection }: LayerContext,
): ExpressionFilterSpecification {
  // Whose plan is open is drawn as that person.
  const shown = selection?.kind === 'plan' ? 'resident' : selection?.kind;
  return ['==', ['get', 'id'], selection !== null && shown === kind ? selection.id : '-'];
}
