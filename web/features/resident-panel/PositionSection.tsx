import type { ResidentDetail } from '#contract/resident';
import { useWords } from '../../i18n/use-words.ts';
import { FactRow, Facts } from '../../ui/Facts.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';

/** Where the person lives, how well that is known, and how to reach the person. */
export function PositionSection({ resident }: { readonly resident: ResidentDetail }) {
  const words = useWords();
  const { panel } = words;
  return (
    <PanelSection title={panel.position}>
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
