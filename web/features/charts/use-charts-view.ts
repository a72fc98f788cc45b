import { changeView, useView } from '../../state/use-view.ts';
import { type ChartsView, formatChartsView, parseChartsView } from './charts-view.ts';

export const useChartsView = (): ChartsView => parseChartsView(useView(({ charts }) => charts));

export function changeChartsView(now: ChartsView, change: Partial<ChartsView>): void {
  changeView({ charts: formatChartsView({ ...now, ...change }) });
}
