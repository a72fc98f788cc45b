import { useQuery } from '@tanstack/react-query';
import { districtsQuery } from '../../api/queries.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { FactRow, Facts } from '../../ui/Facts.tsx';
import { EmptyState } from '../../ui/Notice.tsx';
import { PanelFrame } from '../../ui/PanelFrame.tsx';
import { PanelProblem } from '../../ui/PanelProblem.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';

interface DistrictPanelProps {
  readonly code: string;
  readonly id: string;
  readonly onClose: () => void;
}

/** One district in figures, and the way to the list of its people. */
export function DistrictPanel({ code, id, onClose }: DistrictPanelProps) {
  const { panel, terms } = useWords();
  const query = useQuery(districtsQuery(code));
  if (query.data === undefined)
    return <PanelProblem kind={panel.district} query={query} onClose={onClose} />;
  const district = query.data.districts.find((candidate) => candidate.id === id);
  if (district === undefined)
    return (
      <PanelFrame kind={panel.district} title={terms.unknown} onClose={onClose}>
        <EmptyState title={panel.district} text={panel.notFound} />
      </PanelFrame>
    );
  const figures = [
    [panel.everyone, district.residents],
    [panel.tier1, district.tier1],
    [panel.insideRed, district.insideRed],
    [panel.undetermined, district.undetermined],
  ] as const;
  return (
    <PanelFrame kind={panel.district} title={district.name} onClose={onClose}>
      <PanelSection title={panel.everyone}>
        <Facts>
          {figures.map(([label, count]) => (
            <FactRow key={label} label={label}>
              <span className="number block text-right text-18 font-bold">
                {count === null ? terms.hiddenCount : terms.people(formatNumber(count))}
              </span>
            </FactRow>
          ))}
        </Facts>
        <Button
          variant="secondary"
          className="mt-2"
          onPress={() => changeView({ filters: { district: [district.name] }, tab: 'list' })}
        >
          {panel.districtFilter}
        </Button>
      </PanelSection>
    </PanelFrame>
  );
}
