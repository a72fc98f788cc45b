import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../api/access.ts';
import { residentQuery } from '../../api/queries.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { HazardSection } from '../../ui/HazardSection.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Caution } from '../../ui/Notice.tsx';
import { PanelFrame } from '../../ui/PanelFrame.tsx';
import { PanelProblem } from '../../ui/PanelProblem.tsx';
import { PersonMark } from '../../ui/PersonMark.tsx';
import { RouteButton } from '../../ui/RouteButton.tsx';
import { CircumstancesSection } from './CircumstancesSection.tsx';
import { ConsentSection } from './ConsentSection.tsx';
import { HistorySection } from './HistorySection.tsx';
import { PositionSection } from './PositionSection.tsx';
import { PrioritySection } from './PrioritySection.tsx';
import { RelayLinks } from './RelayLinks.tsx';
import { SupportersSection } from './SupportersSection.tsx';

interface ResidentPanelProps {
  readonly code: string;
  readonly id: string;
  readonly onClose: () => void;
}

/** Everything about one person that an officer decides on. */
export function ResidentPanel({ code, id, onClose }: ResidentPanelProps) {
  const words = useWords();
  const query = useQuery(residentQuery(code, id));
  const may = useMay();
  const resident = query.data;
  if (resident === undefined)
    return (
      <PanelProblem
        kind={words.panel.resident}
        query={query}
        gone={words.panel.personNotFound}
        onClose={onClose}
      />
    );
  const isPowerDependent =
    resident.devices.value?.some(
      (device) =>
        device === 'ventilator' || device === 'suction' || device === 'oxygen-concentrator',
    ) ?? false;
  return (
    <PanelFrame
      kind={`${words.terms.rank(formatNumber(resident.priority.rank))}${words.dot}${words.terms.tier(resident.priority.tier)}`}
      title={resident.name}
      subtitle={[
        resident.nameKana,
        resident.age === null ? null : words.terms.years(resident.age),
        resident.sex === null ? null : words.terms.sex[resident.sex],
        resident.district,
      ]
        .filter((part) => part !== null)
        .join(words.dot)}
      mark={
        <PersonMark
          tier={resident.priority.tier}
          red={resident.hazard.redRelation}
          relation={resident.hazard.relation}
          power={isPowerDependent}
          className="mt-2 size-10"
        />
      }
      onClose={onClose}
    >
      {resident.isMasked && (
        <Caution>
          {words.access.masked}{' '}
          <button
            type="button"
            className="underline underline-offset-4"
            onClick={() => changeView({ place: 'access', relay: null })}
          >
            {words.access.why}
          </button>
        </Caution>
      )}
      {resident.archivedAt !== null && (
        <Caution>{words.panel.archived(words.moment(resident.archivedAt))}</Caution>
      )}
      <HazardSection
        hazard={resident.hazard}
        subjectId={resident.id}
        position={{
          accuracy: words.terms.accuracy[resident.accuracy],
          radiusMeters: resident.radiusMeters,
          source: resident.positionSource,
        }}
        onOpenZone={(zoneId) => changeView({ selection: { kind: 'zone', id: zoneId } })}
      />
      {resident.position !== null && <RouteButton end={{ kind: 'resident', id }} />}
      {may('plans.see') && (
        <div className="not-printed px-5 pt-3">
          <Button
            variant="secondary"
            onPress={() =>
              changeView({ place: 'plans', selection: { kind: 'plan', id }, plans: null })
            }
          >
            <Icon name="plans" />
            {words.panel.plan}
          </Button>
        </div>
      )}
      <RelayLinks id={id} />
      <PrioritySection priority={resident.priority} />
      <CircumstancesSection resident={resident} />
      <SupportersSection
        supporters={resident.supporters}
        supportersHidden={resident.supportersHidden}
        isSupportersOfPlan={resident.isSupportersOfPlan}
      />
      <PositionSection resident={resident} />
      {may('consent.see') && <ConsentSection key={id} code={code} id={id} />}
      {may('people.history') && <HistorySection code={code} id={id} />}
    </PanelFrame>
  );
}
