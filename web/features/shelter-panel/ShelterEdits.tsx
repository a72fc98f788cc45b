import type { ShelterDetail } from '#contract/shelter';
import { SHELTER_FIELDS } from '#domain/shelter/shelter-edit';
import { useWords } from '../../i18n/use-words.ts';
import { Caution } from '../../ui/Notice.tsx';
import { fieldWords } from './field-words.ts';

/** What stands in place of the list beside what that says, and who changed it, when and why. */
export function ShelterEdits({ shelter }: { readonly shelter: ShelterDetail }) {
  const words = useWords();
  const say = words.shelterEdit;
  const { overrides, listed, listedThen, overtaken, history } = shelter.edit;
  const edited = SHELTER_FIELDS.filter((field) => field in overrides);
  return (
    <>
      {edited.length > 0 && (
        <ul aria-label={say.edited} className="flex flex-col gap-1.5">
          {edited.map((field) => (
            <li key={field} className="leading-normal">
              <span className="text-14 text-ink-soft">{say.fields[field]}</span>{' '}
              <strong>{fieldWords(field, overrides, words)}</strong>
              <span className="block text-14 text-ink-soft">
                {say.listSays(fieldWords(field, listed, words))}
              </span>
              {overtaken.includes(field) && (
                <Caution>
                  {say.listChanged(
                    fieldWords(field, listedThen, words),
                    fieldWords(field, listed, words),
                  )}
                </Caution>
              )}
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary className="min-h-11 cursor-pointer py-2">{say.history}</summary>
        {history.length === 0 ? (
          <p className="text-14 text-ink-soft">{say.noHistory}</p>
        ) : (
          <ol className="flex flex-col gap-3 pb-2">
            {history.map((change) => (
              <li key={change.version} className="border-l-2 border-line-strong pl-3 text-14">
                <p className="font-bold">{change.reason}</p>
                <p className="text-ink-soft">
                  {say.historyLine(change.changedBy, words.moment(change.changedAt))}
                </p>
                <ul>
                  {SHELTER_FIELDS.filter(
                    (field) =>
                      JSON.stringify(change.former[field]) !==
                      JSON.stringify(change.overrides[field]),
                  ).map((field) => (
                    <li key={field}>
                      {say.fields[field]}:{' '}
                      {field in change.former
                        ? fieldWords(field, change.former, words)
                        : say.thisList}
                      {' → '}
                      {field in change.overrides
                        ? fieldWords(field, change.overrides, words)
                        : say.back}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        )}
      </details>
    </>
  );
}
