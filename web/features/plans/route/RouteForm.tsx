import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Position } from '#domain/geo/position';
import { useMay } from '../../../api/access.ts';
import { routeOptionsQuery } from '../../../api/routes.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { offerUndo } from '../../../state/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Caution } from '../../../ui/Notice.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import type { FormProps } from '../form/ContentPart.tsx';
import { openChain } from '../open-chain.ts';
import { usePlanWords } from '../use-plan-words.ts';
import { isRouteOfOtherEnds, routeEnds, travelOfPlan } from './plan-route.ts';
import { RouteChoices } from './RouteChoices.tsx';
import { RouteFacts } from './RouteFacts.tsx';
import { findRoute, routeFinding } from './route-finding.ts';
import { ViaList } from './ViaList.tsx';

/** The way to the first destination: found, led through places by hand, with what is known of it. */
export function RouteForm(props: FormProps) {
  const { code, content, person, change } = props;
  const words = useWords();
  const say = usePlanWords().route;
  const may = useMay();
  const queryClient = useQueryClient();
  const mayFind = may('routes.see') && change !== null;
  const options = useQuery({ ...routeOptionsQuery(code), enabled: mayFind }).data;
  const finding = routeFinding.use();
  const own = finding !== null && finding.residentId === person?.id ? finding : null;
  const { route } = content;
  const ends = routeEnds(content, person);
  const find = (via: readonly Position[], isNight: boolean) => {
    if (ends === null || change === null || person === undefined) return;
    void findRoute(queryClient, code, person.id, { ...ends, via, isNight }, change);
  };
  const isNight = own?.asked.isNight ?? route?.isNight ?? false;
  const via = route?.via ?? [];
  const profile = options?.profiles.find(({ id }) => id === (ends?.profile ?? route?.profile));
  const reason =
    options?.hasRoads === false
      ? say.noRoads
      : person !== undefined && person.position === null
        ? say.noHome
        : ends === null
          ? say.noDestination
          : null;
  return (
    <>
      {route === null ? (
        <p>{say.none}</p>
      ) : (
        <div className="flex flex-col gap-2" aria-live="polite">
          <RouteFacts route={route} means={content.means} />
        </div>
      )}
      {route !== null && ends !== null && isRouteOfOtherEnds(route, ends) && (
        <Caution>{say.stale}</Caution>
      )}
      {may('routes.see') && route !== null && person !== undefined && (
        <Button className="not-printed w-fit" onPress={() => openChain(person.id)}>
          {say.whole}
        </Button>
      )}
      {mayFind && (
        <>
          {reason !== null && <p className="text-caution">{reason}</p>}
          {profile !== undefined && reason === null && (
            <p className="text-14 text-ink-soft">
              {say.profile}: {words.pick(profile.label)}
              {person !== undefined && `(${words.pick(travelOfPlan(content, person).because)})`}
            </p>
          )}
          <Checkbox label={say.night} isChecked={isNight} onChange={(night) => find(via, night)} />
          <div className="flex flex-wrap gap-2">
            <Button
              variant={route === null ? 'primary' : 'outline'}
              isDisabled={reason !== null || own?.isPending === true}
              onPress={() => find(via, isNight)}
            >
              {route === null ? say.find : say.again}
            </Button>
            {route !== null && (
              <Button
                variant="quiet"
                onPress={() => {
                  change((was) => ({ ...was, route: null }));
                  offerUndo({
                    text: say.removed,
                    undo: () => change((was) => ({ ...was, route })),
                  });
                }}
              >
                {say.remove}
              </Button>
            )}
          </div>
          <p role="status" className="text-14">
            {own?.isPending ? say.searching : own?.answer && own.error === null ? say.found : ''}
          </p>
          <Refusal error={own?.error ?? null} />
          {own !== null &&
            !own.isPending &&
            own.answer !== null &&
            own.answer.routes.length > 1 && (
              <RouteChoices code={code} finding={own} change={change} />
            )}
          {ends !== null && reason === null && (
            <ViaList
              via={via}
              most={options?.mostVia ?? 0}
              onChange={(next) => find(next, isNight)}
            />
          )}
        </>
      )}
    </>
  );
}
