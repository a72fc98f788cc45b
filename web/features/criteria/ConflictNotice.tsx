import type { CriteriaDraft } from '#contract/criteria-desk';
import type { CriteriaContent } from '#domain/priority/content';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { CriteriaReading } from './CriteriaReading.tsx';
import { useCriteriaWords } from './use-criteria-words.ts';

/** Two officers changed one draft: both are shown, and one is chosen; the other stays one step back. */
export function ConflictNotice(props: {
  readonly mine: CriteriaContent;
  readonly theirs: CriteriaDraft;
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
}) {
  const words = useCriteriaWords();
  const say = words.criteria.conflict;
  const sides = [
    {
      title: `${say.theirs} (${words.moment(props.theirs.updatedAt)})`,
      content: props.theirs.document,
      button: say.takeTheirs,
      choose: props.onTakeTheirs,
    },
    { title: say.mine, content: props.mine, button: say.keepMine, choose: props.onKeepMine },
  ];
  return (
    <section
      role="alert"
      aria-label={say.title}
      className="flex flex-col gap-3 rounded-12 border-2 border-caution-line bg-caution-soft p-4"
    >
      <p className="flex items-center gap-2 text-18 font-bold text-caution">
        <Icon name="warning" className="size-6" />
        {say.title}
      </p>
      <p>{say.text}</p>
      <div className="grid gap-4 md:grid-cols-2">
        {sides.map(({ title, content, button, choose }) => (
          <div key={button} className="flex flex-col gap-3 rounded-8 bg-surface-soft p-3">
            <h3 className="font-bold">{title}</h3>
            <Button variant="secondary" className="w-fit" onPress={choose}>
              {button}
            </Button>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
            <section className="max-h-80 overflow-y-auto" aria-label={title} tabIndex={0}>
              <p className="font-bold">{content.name.ja}</p>
              <CriteriaReading content={content} />
            </section>
          </div>
        ))}
      </div>
    </section>
  );
}
