import type { Consents } from '#contract/access';
import { CONSENT_STATE_LABELS, PURPOSE_LABELS } from '#domain/access/consent';
import { useWords } from '../../i18n/use-words.ts';

/** Every record of consent, the newest first. */
export function ConsentHistory({ history }: { readonly history: Consents['history'] }) {
  const words = useWords();
  const say = words.access.consent;
  if (history.length === 0) return <p className="text-14 text-ink-soft">{say.noHistory}</p>;
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2 text-action">{say.history}</summary>
      <ol className="divide-y divide-line border-y border-line">
        {history.map(({ purpose, version, at, by, former, record }) => (
          <li key={`${purpose} ${version}`} className="flex flex-col py-2">
            <p className="number text-14 text-ink-soft">{words.moment(at)}</p>
            <p className="font-bold">{words.pick(PURPOSE_LABELS[purpose])}</p>
            <p>
              {former === null ? '' : `${words.pick(CONSENT_STATE_LABELS[former.state])} → `}
              {words.pick(CONSENT_STATE_LABELS[record.state])}
            </p>
            <p className="text-14 text-ink-soft">{say.by(by)}</p>
          </li>
        ))}
      </ol>
    </details>
  );
}
