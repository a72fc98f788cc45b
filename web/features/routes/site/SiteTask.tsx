import { useEffect } from 'react';
import type { RouteOptions } from '#contract/route';
import { useMay } from '../../../api/access.ts';
import { canDrawMap } from '../../../map/can-draw-map.ts';
import { setTool, useTool } from '../../../state/tool.ts';
import { changeView } from '../../../state/use-view.ts';
import { Button } from '../../../ui/Button.tsx';
import { DataDates } from '../DataDates.tsx';
import { FireLegend } from '../FireLegend.tsx';
import { RoutesLegend } from '../RoutesLegend.tsx';
import type { RoutePlan } from '../route-plan.ts';
import { useSiteWords } from '../use-fire-words.ts';
import { SiteEditor } from './SiteEditor.tsx';
import { SiteLists } from './SiteLists.tsx';
import { useSite } from './use-site.ts';

/** 現地情報: what was found on roads on site, recorded, listed, and taken back. */
export default function SiteTask(props: {
  readonly code: string;
  readonly plan: RoutePlan;
  readonly options: RouteOptions;
}) {
  const { code, plan, options } = props;
  const say = useSiteWords();
  const tool = useTool();
  const may = useMay();
  const site = useSite(code);
  useEffect(() => () => setTool(null), []);
  const isPicking = tool === 'site-road';
  const pick = () => {
    if (isPicking) return setTool(null);
    changeView({ tab: 'map' });
    setTool('site-road');
  };
  const mayChange = may('site-overrides.change');
  return (
    <div className="divide-y divide-line">
      <div className="flex flex-col gap-3 p-4">
        <p className="leading-relaxed text-ink-soft">{mayChange ? say.intro : say.noRight}</p>
        {mayChange && (
          <>
            <Button
              variant={isPicking ? 'primary' : 'secondary'}
              className="not-printed self-start"
              isDisabled={!canDrawMap()}
              onPress={pick}
            >
              {isPicking ? say.pickDone : say.pick}
            </Button>
            <p className="not-printed text-14 leading-normal text-ink-soft">{say.keyboardHint}</p>
          </>
        )}
      </div>
      {plan.site !== null && mayChange && (
        <SiteEditor
          key={`${plan.site.kind} ${plan.site.id}`}
          code={code}
          target={plan.site}
          options={options}
          site={site}
        />
      )}
      <SiteLists code={code} plan={plan} options={options} site={site} />
      <div className="p-4">
        <DataDates data={options.data} />
      </div>
      <FireLegend />
      <RoutesLegend />
    </div>
  );
}
