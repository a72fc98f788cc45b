import type { ResidentDetail } from '#contract/resident';
import { useMay } from '../../api/access.ts';
import { useWords } from '../../i18n/use-words.ts';
import { moveDraft } from '../../state/move-draft.ts';
import { setTool } from '../../state/tool.ts';
import { changeView } from '../../state/use-view.ts';
import { FactRow, Facts } from '../../ui/Facts.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';

/** Where the person lives, how well that is known, and how to reach the person. */
export function PositionSection({ resident }: { readonly resident: ResidentDetail }) {
  const words = useWords();
  const may = useMay();
  const { panel } = words;
  return (
    <PanelSection
      title={panel.position}
      aside={
        may('people.change') &&
        resident.archivedAt === null && (
          <button
            type="button"
            className="min-h-11 rounded-8 px-2 font-bold text-action hover:bg-action-soft"
            onClick={() => {
              moveDraft.set(null);
              setTool('move-point');
              // On a narrow screen the map is the other tab.
              changeView({ tab: 'map' }, 'replace');
            }}
          >
            {words.peopleDesk.move.open}
          </button>
        )
      }
    >
      {resident.accuracy === 'none' && <p className="text-14 text-caution">{panel.noPosition}</p>}
      <Facts>
        <FactRow label={panel.address}>{resident.address ?? words.terms.unknown}</FactRow>
        <FactRow
          label={panel.accuracy}
          source={
            resident.radiusMeters === null
              ? null
              : panel.radius(words.metersText(resident.radiusMeters))
          }
        >
          {words.terms.accuracy[resident.accuracy]}
        </FactRow>
        {resident.positionSource !== null && (
          <FactRow label={panel.positionSource}>{resident.positionSource}</FactRow>
        )}
        <FactRow label={panel.phone}>
          {resident.phone === null ? (
            words.terms.unknown
          ) : (
            <a
              href={`tel:${resident.phone}`}
              className="number text-action underline underline-offset-4"
            >
              {resident.phone}
            </a>
          )}
        </FactRow>
        <FactRow label={panel.birthDate}>
          {resident.birthDate === null ? words.terms.unknown : words.date(resident.birthDate)}
        </FactRow>
        <FactRow label={panel.rosterNumber}>
          <span className="number">{resident.rosterNumber}</span>
        </FactRow>
      </Facts>
    </PanelSection>
  );
}
