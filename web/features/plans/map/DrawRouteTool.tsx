import type { Position } from '#domain/geo/position';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { MapCross } from '../../../map/MapHint.tsx';
import { usePressedPlace } from '../../../map/use-pressed-place.ts';
import { setTool } from '../../../state/tool.ts';
import { changeView } from '../../../state/use-view.ts';
import { Button } from '../../../ui/Button.tsx';
import { MapBox } from '../../../ui/MapBox.tsx';
import { routeFinding } from '../route/route-finding.ts';
import { usePlanWords } from '../use-plan-words.ts';
import { leadThrough, routeDrawing } from './draw-route.ts';

const DIGITS = 7;
const add = ([lng, lat]: Position) =>
  leadThrough((via) => [...via, [Number(lng.toFixed(DIGITS)), Number(lat.toFixed(DIGITS))]]);
const back = () => leadThrough((via) => via.slice(0, -1));

/** Leads the way over the map: each press is met by the roads at once, and what it costs is told. */
export default function DrawRouteTool() {
  const say = usePlanWords().route;
  const drawing = routeDrawing.use();
  usePressedPlace(add, back);
  const end = () => {
    changeView({ tab: 'list' }, 'replace');
    setTool(null);
  };
  const count = drawing?.via.length ?? 0;
  return (
    <>
      <MapCross />
      <MapBox title={say.draw} onClose={() => setTool(null)}>
        <p className="text-14 leading-normal">{say.drawing}</p>
        <SoFar count={count} />
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" onPress={end}>
            {say.drawDone}
          </Button>
          <Button isDisabled={count === 0} onPress={back}>
            {say.drawBack}
          </Button>
        </div>
      </MapBox>
    </>
  );
}

function SoFar({ count }: { readonly count: number }) {
  const words = useWords();
  const say = usePlanWords().route;
  const finding = routeFinding.use();
  const route = finding?.error === null ? finding.answer?.routes[finding.chosen] : undefined;
  return (
    <div role="status" className="number">
      <p>{say.drawn(formatNumber(count))}</p>
      {finding?.isPending ? (
        <p>{say.searching}</p>
      ) : finding?.error ? (
        <p className="text-error">{say.notFound}</p>
      ) : (
        route !== undefined && (
          <p className={route.exposure.redMeters > 0 ? 'font-bold text-danger' : ''}>
            {say.red} {words.metersText(route.exposure.redMeters)}
            {words.dot}
            {words.metersText(route.lengthMeters)}
            {words.dot}
            {say.minutes(formatNumber(Math.ceil(route.durationSeconds / 60)))}
          </p>
        )
      )}
    </div>
  );
}
