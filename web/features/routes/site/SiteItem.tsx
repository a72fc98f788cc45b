import { useState } from 'react';
import type { RouteOptions } from '#contract/route';
import type { SiteOverrideOnWire } from '#contract/site-override';
import { useMay } from '../../../api/access.ts';
import { ApiError } from '../../../api/client.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { changeView } from '../../../state/use-view.ts';
import { Button } from '../../../ui/Button.tsx';
import { Caution } from '../../../ui/Notice.tsx';
import type { RoutePlan } from '../route-plan.ts';
import { showOnMap } from '../show-on-map.ts';
import { useSiteWords } from '../use-fire-words.ts';
import { changePlan } from '../use-plan.ts';
import { factTexts } from './fact-lines.ts';
import { SiteHistory } from './SiteHistory.tsx';
import type { Site } from './use-site.ts';

/** One record: what is said of which road, by whom and when, and what can be done with it. */
export function SiteItem(props: {
  readonly code: string;
  readonly plan: RoutePlan;
  readonly options: RouteOptions;
  readonly site: Site;
  readonly override: SiteOverrideOnWire;
}) {
  const { code, plan, options, site, override } = props;
  const words = useWords();
  const say = useSiteWords();
  const may = useMay();
  const [failed, setFailed] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const { id, road, state, photos } = override;
  const name = site.nameOf(override);
  const place = site.placeOf(id);
  const line = place === undefined || place.line.length === 0 ? [road.middle] : place.line;
  const facts = [...factTexts(override, options.profiles, words, say).values()];
  const isEdited = plan.site?.kind === 'override' && plan.site.id === id;
  const setTakenBack = async (isTakenBack: boolean) => {
    setFailed(null);
    try {
      await site.setTakenBack(override, isTakenBack);
    } catch (error) {
      const isStale = error instanceof ApiError && error.status === 409;
      setFailed(isStale ? say.staleAction : say.failed);
    }
  };
  const button = (text: string, label: string, onPress: () => void) => (
    <Button className="px-2 text-14" aria-label={label} onPress={onPress}>
      {text}
    </Button>
  );
  return (
    <li
      data-site={id}
      className={`flex flex-col gap-1 border-b border-line py-2 leading-normal ${isEdited ? 'bg-action-soft' : ''}`}
    >
      <p className="font-bold break-words">
        {override.isClosedNow && (
          <span className="mr-2 rounded-4 bg-ink px-1.5 text-14 text-surface">
            × {say.closedNow}
          </span>
        )}
        {state !== 'in-force' && (
          <span className="mr-2 rounded-4 border border-line-strong px-1.5 text-14">
            {say.states[state]}
          </span>
        )}
        {name}
      </p>
      <ul className="number text-14">
        {facts.map((text) => (
          <li key={text} className="break-words">
            {text}
          </li>
        ))}
      </ul>
      <p className="number text-14 text-ink-soft">
        {[
          say.said(override.updatedBy, words.moment(override.updatedAt)),
          ...(photos.length > 0 ? [say.photos(String(photos.length))] : []),
        ].join(words.dot)}
      </p>
      {place?.message && <Caution>{words.pick(place.message)}</Caution>}
      {failed !== null && (
        <p role="alert" className="text-14 text-danger">
          {failed}
        </p>
      )}
      <div className="not-printed flex flex-wrap gap-2">
        {button(say.show, say.showOf(name), () => showOnMap(line))}
        {may('relay.write') &&
          button(say.relay, say.relayOf(name), () =>
            changeView({ place: 'relay', relay: `b.write!l.site-override,${id}` }),
          )}
        {may('site-overrides.change') && (
          <>
            {state === 'in-force' &&
              button(say.edit, say.editOf(name), () =>
                changePlan({ site: { kind: 'override', id } }),
              )}
            {state === 'taken-back'
              ? button(say.restore, say.restoreOf(name), () => void setTakenBack(false))
              : button(say.takeBack, say.takeBackOf(name), () => void setTakenBack(true))}
          </>
        )}
        <Button className="px-2 text-14" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {say.history.show}
        </Button>
      </div>
      {isOpen && <SiteHistory code={code} id={id} options={options} />}
    </li>
  );
}
