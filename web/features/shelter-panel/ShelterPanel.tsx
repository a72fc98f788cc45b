import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ShelterDetail } from '#contract/shelter';
import { SITE_HAZARDS } from '#domain/shelter/shelter';
import { useMay } from '../../api/access.ts';
import { shelterQuery } from '../../api/queries.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { Words } from '../../i18n/words.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { FactRow, Facts } from '../../ui/Facts.tsx';
import { HazardSection } from '../../ui/HazardSection.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Caution } from '../../ui/Notice.tsx';
import { PanelFrame } from '../../ui/PanelFrame.tsx';
import { PanelProblem } from '../../ui/PanelProblem.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';
import { RouteButton } from '../../ui/RouteButton.tsx';
import { ShelterMark } from '../../ui/ShelterMark.tsx';
import { ShelterConflicts } from './ShelterConflicts.tsx';
import { ShelterEditForm } from './ShelterEditForm.tsx';
import { ShelterEdits } from './ShelterEdits.tsx';

interface ShelterPanelProps {
  readonly code: string;
  readonly id: string;
  readonly onClose: () => void;
}

/** One shelter: what it is designated for, whom it takes, and whether it stands in a zone itself. */
export function ShelterPanel({ code, id, onClose }: ShelterPanelProps) {
  const words = useWords();
  const may = useMay();
  const query = useQuery(shelterQuery(code, id));
  const [isEditing, setEditing] = useState(false);
  const shelter = query.data;
  if (shelter === undefined)
    return <PanelProblem kind={words.panel.shelter} query={query} onClose={onClose} />;
  const landslide = designation(shelter);
  return (
    <PanelFrame
      kind={words.terms.shelterKind[shelter.kind]}
      title={shelter.name}
      subtitle={shelter.address ?? undefined}
      mark={<ShelterMark kind={shelter.kind} landslide={landslide} className="mt-2 size-10" />}
      onClose={onClose}
    >
      <PanelSection title={words.panel.designatedFor}>
        <p className={`font-bold ${landslide === 'yes' ? '' : 'text-caution'}`}>
          {words.panel.landslide[landslide]}
        </p>
        <Designations shelter={shelter} words={words} />
        {shelter.outsideBoundary && <Caution>{words.panel.outsideBoundary}</Caution>}
      </PanelSection>
      {shelter.conflicts.length > 0 && may('places.change') && (
        <PanelSection title={words.shelterEdit.conflicts}>
          <ShelterConflicts code={code} shelter={shelter} />
        </PanelSection>
      )}
      <HazardSection
        hazard={shelter.hazard}
        subjectId={shelter.id}
        onOpenZone={(zoneId) => changeView({ selection: { kind: 'zone', id: zoneId } })}
      />
      {shelter.position !== null && <RouteButton end={{ kind: 'shelter', id: shelter.id }} />}
      <PanelSection
        title={isEditing ? words.shelterEdit.title : words.panel.facility}
        aside={
          !isEditing &&
          may('places.change') && (
            <Button onPress={() => setEditing(true)}>{words.shelterEdit.open}</Button>
          )
        }
      >
        {isEditing ? (
          <ShelterEditForm code={code} shelter={shelter} onEnd={() => setEditing(false)} />
        ) : (
          <>
            <ShelterFacts shelter={shelter} words={words} />
            <ShelterEdits shelter={shelter} />
          </>
        )}
      </PanelSection>
    </PanelFrame>
  );
}

function designation(shelter: ShelterDetail): 'yes' | 'no' | 'unknown' {
  if (shelter.designatedForLandslide === null) return 'unknown';
  return shelter.designatedForLandslide ? 'yes' : 'no';
}

function Designations(props: { readonly shelter: ShelterDetail; readonly words: Words }) {
  const { words } = props;
  const hazards = props.shelter.designatedHazards;
  if (hazards === null)
    return <p className="text-14 text-ink-soft">{words.panel.designatedUnknown}</p>;
  return (
    <ul className="grid grid-cols-2 gap-x-4">
      {SITE_HAZARDS.map((hazard) => {
        // What the officer says of landslides goes before the list.
        const isFor =
          hazard === 'landslide'
            ? props.shelter.designatedForLandslide === true
            : hazards.includes(hazard);
        return (
          <li key={hazard} className={`flex items-center gap-2 ${isFor ? '' : 'text-ink-soft'}`}>
            <Icon name={isFor ? 'check' : 'minus'} className="size-4" />
            <span className="text-14">
              {words.terms.siteHazard[hazard]}
              {!isFor && <span className="sr-only"> {words.panel.designatedNone}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function ShelterFacts(props: { readonly shelter: ShelterDetail; readonly words: Words }) {
  const { shelter, words } = props;
  const { panel, terms } = words;
  const isWelfare = shelter.kind === 'welfare-shelter';
  const separator = words.language === 'ja' ? '、' : ', ';
  return (
    <Facts>
      <FactRow label={panel.capacity} source={shelter.capacityNote}>
        <span className="number">
          {shelter.capacity === null ? terms.unknown : terms.people(formatNumber(shelter.capacity))}
        </span>
      </FactRow>
      {(isWelfare || shelter.acceptedGroups !== null) && (
        <FactRow label={panel.acceptedGroups}>
          {shelter.acceptedGroups?.join(separator) ?? terms.unknown}
        </FactRow>
      )}
      {(isWelfare || shelter.equipment !== null) && (
        <FactRow label={panel.equipment}>
          {shelter.equipment === null
            ? terms.unknown
            : shelter.equipment.map((item) => terms.equipment[item]).join(separator) || panel.none}
        </FactRow>
      )}
      {isWelfare && (
        <FactRow label={panel.basis.label}>
          {shelter.basis === null ? terms.unknown : panel.basis[shelter.basis]}
        </FactRow>
      )}
      <FactRow label={panel.phone}>{shelter.phone ?? terms.unknown}</FactRow>
      {shelter.openingNote !== null && (
        <FactRow label={words.shelterEdit.fields.openingNote}>{shelter.openingNote}</FactRow>
      )}
      <FactRow label={panel.listDate}>
        {shelter.datasetAsOf === null ? terms.unknown : words.date(shelter.datasetAsOf)}
      </FactRow>
      {shelter.notes !== null && <FactRow label={panel.notes}>{shelter.notes}</FactRow>}
    </Facts>
  );
}
