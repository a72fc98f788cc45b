import type { MunicipalityView } from '#contract/municipality';
import { AuditSearchSection } from './AuditSearchSection.tsx';
import { ChainState } from './ChainState.tsx';
import { DisasterReports } from './DisasterReports.tsx';
import { useAuditWords } from './use-audit-words.ts';

/** The auditor's desk: whether the log holds, who saw whom, and what disaster mode was used for. */
export default function AuditPlace({ municipality }: { readonly municipality: MunicipalityView }) {
  const words = useAuditWords();
  const say = words.audit;
  const { code } = municipality;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto bg-surface-soft">
      <div className="mx-auto flex max-w-6xl flex-col gap-6 p-6">
        <h2 className="text-24 font-bold">{words.frame.placeTitles.audit}</h2>
        <p>{say.explain}</p>
        <ChainState code={code} />
        <AuditSearchSection code={code} />
        <DisasterReports code={code} />
      </div>
    </div>
  );
}
