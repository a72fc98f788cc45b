import type { ResidentDetail } from '#contract/resident';
import { useWords } from '../../i18n/use-words.ts';
import { PanelSection } from '../../ui/PanelSection.tsx';

/** Who helps. Nobody, not known, and not for this role to see are said apart. */
export function SupportersSection(
  props: Pick<ResidentDetail, 'supporters' | 'supportersHidden' | 'isSupportersOfPlan'>,
) {
  const { panel } = useWords();
  const { supporters, supportersHidden: hidden } = props;
  return (
    <PanelSection title={panel.supporters}>
      {supporters === null && (
        <p className="text-caution">
          {hidden === null ? panel.unknownSupporters : panel.hiddenSupporters[hidden]}
        </p>
      )}
      {supporters?.length === 0 && <p className="font-bold">{panel.noSupporters}</p>}
      {props.isSupportersOfPlan && (supporters?.length ?? 0) > 0 && (
        <p className="text-14 text-ink-soft">{panel.supportersOfPlan}</p>
      )}
      {supporters !== null && supporters.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {supporters.map((supporter) => (
            <li
              key={`${supporter.name}-${supporter.phone}`}
              className="flex flex-wrap items-baseline gap-x-3 py-2"
            >
              <span className="font-bold">{supporter.name}</span>
              <span className="text-14 text-ink-soft">{supporter.relationship}</span>
              {supporter.phone !== null && (
                <a
                  href={`tel:${supporter.phone}`}
                  className="number ml-auto text-action underline underline-offset-4"
                >
                  {supporter.phone}
                </a>
              )}
              {supporter.address !== null && (
                <span className="w-full text-14 text-ink-soft">{supporter.address}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </PanelSection>
  );
}
