import { useEffect, useRef } from 'react';
import type { RouteOptions } from '#contract/route';
import type { NewSiteOverride, SiteOverrideDetail } from '#contract/site-override';
import type { Position } from '#domain/geo/position';
import { Button } from '../../../ui/Button.tsx';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { Caution } from '../../../ui/Notice.tsx';
import { showOnMap } from '../show-on-map.ts';
import { useSiteWords } from '../use-fire-words.ts';
import { changePlan } from '../use-plan.ts';
import { ClosureFields } from './ClosureFields.tsx';
import { PhotoField } from './PhotoField.tsx';
import { PlaceRow } from './PlaceRow.tsx';
import { StaleSite } from './StaleSite.tsx';
import {
  draftOf,
  EMPTY_DRAFT,
  keepDraft,
  readDraft,
  type SiteDraft,
  siteDrafts,
} from './site-draft.ts';
import { useSaveSite } from './use-save-site.ts';
import type { Site } from './use-site.ts';
import { VehicleFields } from './VehicleFields.tsx';

/** What somebody found on a road. What is typed stays until it is stored or taken away by hand. */
export function SiteForm(props: {
  readonly code: string;
  readonly draftKey: string;
  readonly title: string;
  readonly about?: string;
  readonly standing: SiteOverrideDetail | null;
  readonly road: NewSiteOverride['road'];
  readonly line?: readonly Position[];
  readonly options: RouteOptions;
  readonly site: Site;
}) {
  const { code, draftKey, standing, road, options, site, line } = props;
  const say = useSiteWords().form;
  const first = useRef(standing === null ? EMPTY_DRAFT : draftOf(standing));
  const draft = siteDrafts.use().get(draftKey) ?? first.current;
  const heading = useRef<HTMLHeadingElement>(null);
  const change = (part: Partial<SiteDraft>) => keepDraft(draftKey, { ...draft, ...part });
  const saving = useSaveSite({ code, draftKey, draft, road, site });
  const whole = line ?? site.roads.data?.roads.find(({ roadId }) => roadId === road.id)?.line;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form opens
  useEffect(() => {
    heading.current?.focus();
    showOnMap(whole !== undefined && whole.length > 0 ? whole : [road.middle]);
  }, []);
  const read = readDraft(draft);
  const mistakes = saving.isTried && !read.ok ? read.mistakes : [];
  const number = (
    label: string,
    field: 'widthText' | 'heightText',
    hint: string,
    wrong: string | null,
  ) => (
    <LabelledField label={label} hint={wrong ?? hint}>
      {(ids) => (
        <input
          {...ids}
          inputMode="decimal"
          className={`${FIELD_STYLE} number`}
          aria-invalid={wrong !== null}
          value={draft[field]}
          onChange={({ target }) => change({ [field]: target.value })}
        />
      )}
    </LabelledField>
  );
  return (
    <form
      className="not-printed flex flex-col gap-4 bg-surface-soft p-4"
      aria-label={props.title}
      onSubmit={(event) => {
        event.preventDefault();
        void saving.save();
      }}
    >
      <div>
        <h3 ref={heading} tabIndex={-1} className="text-18 font-bold break-words">
          {props.title}
        </h3>
        {props.about !== undefined && (
          <p className="number text-14 leading-normal text-ink-soft">{props.about}</p>
        )}
      </div>
      {saving.stale !== null && (
        <StaleSite
          draft={draft}
          now={saving.stale}
          options={options}
          onKeepMine={saving.keepMine}
          onTakeTheirs={saving.takeTheirs}
        />
      )}
      <ClosureFields draft={draft} change={change} isBackwards={mistakes.includes('backwards')} />
      <div className="grid grid-cols-2 gap-3">
        {number(
          say.width,
          'widthText',
          say.widthHint,
          mistakes.includes('width') ? say.wrongNumber('0.3', '60') : null,
        )}
        {number(
          say.height,
          'heightText',
          say.heightHint,
          mistakes.includes('height') ? say.wrongNumber('0.5', '20') : null,
        )}
      </div>
      <VehicleFields draft={draft} change={change} options={options} />
      <PlaceRow draftKey={draftKey} draft={draft} kind="turningPlace" label={say.turning} />
      <PlaceRow draftKey={draftKey} draft={draft} kind="hydrant" label={say.hydrant} />
      <LabelledField label={say.note} hint={say.noteHint}>
        {(ids) => (
          <textarea
            {...ids}
            className={`${FIELD_STYLE} min-h-20`}
            maxLength={2000}
            value={draft.note}
            onChange={({ target }) => change({ note: target.value })}
          />
        )}
      </LabelledField>
      <LabelledField label={say.expires}>
        {(ids) => (
          <input
            {...ids}
            type="datetime-local"
            className={FIELD_STYLE}
            value={draft.expires}
            onChange={({ target }) => change({ expires: target.value })}
          />
        )}
      </LabelledField>
      <PhotoField draft={draft} change={change} />
      <div role="alert" className="flex flex-col gap-1">
        {mistakes.includes('nothing') && <Caution>{say.nothing}</Caution>}
        {saving.failure !== null && <Caution>{saving.failure}</Caution>}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" isDisabled={saving.isSaving}>
          {saving.isSaving ? say.saving : say.save}
        </Button>
        <Button
          onPress={() => {
            keepDraft(draftKey, null);
            changePlan({ site: null });
          }}
        >
          {say.cancel}
        </Button>
      </div>
    </form>
  );
}
