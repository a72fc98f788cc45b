import { Checkbox } from '../../../ui/Checkbox.tsx';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { useSiteWords } from '../use-fire-words.ts';
import type { SiteDraft } from './site-draft.ts';

/** Whether the road is closed, from when and until when. */
export function ClosureFields(props: {
  readonly draft: SiteDraft;
  readonly change: (part: Partial<SiteDraft>) => void;
  readonly isBackwards: boolean;
}) {
  const { draft, change, isBackwards } = props;
  const say = useSiteWords().form;
  const moment = (label: string, field: 'from' | 'until', hint?: string) => (
    <LabelledField label={label} {...(hint !== undefined && { hint })}>
      {(ids) => (
        <input
          {...ids}
          type="datetime-local"
          className={FIELD_STYLE}
          aria-invalid={hint !== undefined}
          value={draft[field]}
          onChange={({ target }) => change({ [field]: target.value })}
        />
      )}
    </LabelledField>
  );
  return (
    <div className="flex flex-col gap-2">
      <Checkbox
        label={say.closed}
        isChecked={draft.isClosed}
        onChange={(isClosed) => change({ isClosed })}
      />
      {draft.isClosed && (
        <div className="grid grid-cols-[repeat(auto-fit,minmax(13rem,1fr))] items-start gap-3 border-l-4 border-line pl-4">
          {moment(say.from, 'from')}
          {moment(say.until, 'until', isBackwards ? say.backwards : undefined)}
        </div>
      )}
    </div>
  );
}
