import type { MunicipalityView } from '#contract/municipality';
import { useWords } from '../../i18n/use-words.ts';
import { changeView } from '../../state/use-view.ts';
import { FIRST_VIEW } from '../../state/view-state.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/Notice.tsx';

interface ChooseMunicipalityProps {
  /** A code of the address that none of them has; null where the address names none. */
  readonly unknownCode: string | null;
  readonly municipalities: readonly MunicipalityView[];
}

/** Asks which municipality, and never shows another one than the address says. */
export function ChooseMunicipality({ unknownCode, municipalities }: ChooseMunicipalityProps) {
  const { unknownMunicipality: unknown, chooseMunicipality: choose } = useWords().frame;
  return (
    <EmptyState
      title={unknownCode === null ? choose.title : unknown.title}
      text={unknownCode === null ? choose.text : unknown.text(unknownCode)}
    >
      <ul className="flex flex-col gap-2">
        {municipalities.map(({ code, name }) => (
          <li key={code}>
            <Button onPress={() => changeView({ ...FIRST_VIEW, municipality: code })}>
              <b>{name}</b>
              <span className="number text-14 text-ink-soft">{code}</span>
            </Button>
          </li>
        ))}
      </ul>
    </EmptyState>
  );
}
