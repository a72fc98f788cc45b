import type { MunicipalityView } from '#contract/municipality';
import { useMay } from '../api/access.ts';
import { ChooseMunicipality } from '../features/municipality/ChooseMunicipality.tsx';
import { NewMunicipality } from '../features/municipality/NewMunicipality.tsx';
import { useWords } from '../i18n/use-words.ts';
import { EmptyState } from '../ui/Notice.tsx';

interface NoMunicipalityProps {
  /** That the address names. */
  readonly unknownCode: string | null;
  readonly municipalities: readonly MunicipalityView[];
}

/** In place of the desk where no municipality is open: the first is entered, or one is chosen. */
export default function NoMunicipality({ unknownCode, municipalities }: NoMunicipalityProps) {
  const words = useWords();
  const may = useMay();
  if (municipalities.length > 0)
    return <ChooseMunicipality unknownCode={unknownCode} municipalities={municipalities} />;
  const { title, text } = words.frame.noMunicipality;
  return (
    <EmptyState title={title} text={text}>
      {may('municipality.create') && <NewMunicipality />}
    </EmptyState>
  );
}
