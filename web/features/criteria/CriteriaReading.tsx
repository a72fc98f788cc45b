import type { CriteriaContent } from '#domain/priority/content';
import type { Condition } from '#domain/priority/criteria';
import { formatNumber } from '../../i18n/format.ts';
import { conditionWords } from './condition-words.ts';
import { joinName, sentenceOf } from './sentence.ts';
import { useCriteriaWords } from './use-criteria-words.ts';

/** Criteria to be read: tiers as sentences, points, words. Nothing can be changed. */
export function CriteriaReading({ content }: { readonly content: CriteriaContent }) {
  const words = useCriteriaWords();
  const say = words.criteria;
  return (
    <div className="flex flex-col gap-4">
      {content.note.ja !== '' && <p>{words.pick(content.note)}</p>}
      {content.source.ja !== '' && (
        <p className="text-14 text-ink-soft">
          {say.source}: {words.pick(content.source)}
        </p>
      )}
      <section aria-label={say.tiers.title} className="flex flex-col gap-2">
        <h3 className="text-18 font-bold">{say.tiers.title}</h3>
        <ol className="flex flex-col gap-2">
          {content.tiers.map(({ label, condition }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a tier is what stands in its place
            <li key={index} className="rounded-8 border border-line bg-surface p-3">
              <p className="font-bold">
                {say.tiers.tier(String(index + 1))} {words.pick(label) || label.ja}
              </p>
              <ConditionReading condition={condition} />
            </li>
          ))}
          <li className="rounded-8 border border-line bg-surface p-3">
            {say.effect.noTier}: {words.pick(content.othersLabel) || content.othersLabel.ja}
          </li>
        </ol>
      </section>
      <section aria-label={say.rules.title} className="flex flex-col gap-2">
        <h3 className="text-18 font-bold">{say.rules.title}</h3>
        <ul className="divide-y divide-line rounded-8 border border-line bg-surface">
          {content.score.map(({ label, condition, points, off }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rules have no id and do not change places
            <li key={index} className="flex items-baseline gap-3 px-3 py-2">
              <span className="min-w-0 flex-1">
                <span className={off === true ? 'line-through' : 'font-bold'}>
                  {words.pick(label) || label.ja}
                </span>
                <span className="block text-14 text-ink-soft">
                  {conditionWords(condition, words)}
                </span>
              </span>
              <span className="number font-bold">
                {formatNumber(points)} {say.rules.points}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** The outermost group as a list; what is inside of it as sentences. */
function ConditionReading({ condition }: { readonly condition: Condition }) {
  const words = useCriteriaWords();
  const say = words.criteria.condition;
  const sentence = sentenceOf(condition);
  if (sentence.kind === 'comparison' || sentence.parts.length < 2)
    return <p>{conditionWords(condition, words)}</p>;
  return (
    <>
      <p className="text-14 text-ink-soft">{say[joinName(sentence)]}</p>
      <ul className="list-disc pl-6">
        {sentence.parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no id; their place is what they are
          <li key={index}>{conditionWords(part, words)}</li>
        ))}
      </ul>
    </>
  );
}
