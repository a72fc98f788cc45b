import type { PlanView } from '#contract/plan-work';
import { ROLE_LABELS } from '#domain/access/roles';
import { PLAN_STAGE_LABELS } from '#domain/plan/states';
import { useWords } from '../../../i18n/use-words.ts';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { usePlanWords } from '../use-plan-words.ts';
import { changePlansView, usePlansView } from '../use-plans-view.ts';
import { Comparison } from './Comparison.tsx';

/** How the plan came to say what it says: its versions, two of them side by side, and all that happened. */
export function VersionsPart({ code, view }: { readonly code: string; readonly view: PlanView }) {
  return (
    <>
      <Versions code={code} view={view} />
      <Events view={view} />
    </>
  );
}

function Versions({ code, view }: { readonly code: string; readonly view: PlanView }) {
  const words = useWords();
  const say = usePlanWords().versions;
  const { compare } = usePlansView();
  const newest = view.contentVersion;
  const known = [...view.versions.map(({ version }) => version), 0];
  if (newest === 0)
    return (
      <PanelSection title={say.title}>
        <p>{say.none}</p>
      </PanelSection>
    );
  const [from, to] = compare ?? [newest - 1, newest];
  const name = (version: number) => (version === 0 ? say.roster : say.version(String(version)));
  const choose = (label: string, value: number, onChange: (version: number) => void) => (
    <LabelledField label={label}>
      {(ids) => (
        <select
          {...ids}
          className={FIELD_STYLE}
          value={value}
          onChange={({ target }) => onChange(Number(target.value))}
        >
          {known.map((version) => (
            <option key={version} value={version}>
              {name(version)}
            </option>
          ))}
        </select>
      )}
    </LabelledField>
  );
  return (
    <>
      <PanelSection title={say.compare}>
        <div className="grid grid-cols-2 gap-3">
          {choose(say.former, from, (version) => changePlansView({ compare: [version, to] }))}
          {choose(say.latter, to, (version) => changePlansView({ compare: [from, version] }))}
        </div>
        <Comparison
          code={code}
          residentId={view.residentId}
          from={from}
          to={to}
          names={[name(from), name(to)]}
        />
      </PanelSection>
      <PanelSection title={say.title}>
        <ol className="divide-y divide-line border-y border-line">
          {view.versions.map(({ version, at, by, note }) => (
            <li key={version} className="py-2">
              <button
                type="button"
                className="min-h-6 font-bold text-action underline"
                onClick={() => changePlansView({ compare: [version - 1, version] })}
              >
                {say.version(String(version))}
              </button>
              <p className="text-14">
                {words.moment(at)}
                {words.dot}
                {by}
              </p>
              {note !== null && <p className="text-14">{note}</p>}
            </li>
          ))}
        </ol>
      </PanelSection>
    </>
  );
}

function Events({ view }: { readonly view: PlanView }) {
  const words = useWords();
  const say = usePlanWords();
  return (
    <PanelSection title={say.versions.events}>
      {view.events.length === 0 && <p>{say.versions.noEvents}</p>}
      <ol className="divide-y divide-line border-y border-line">
        {view.events.map((event) => (
          <li key={event.id} className="py-2">
            <p className="font-bold">{words.pick(event.label)}</p>
            {event.from !== event.to && (
              <p className="text-14">
                {say.versions.fromTo(
                  words.pick(PLAN_STAGE_LABELS[event.from]),
                  words.pick(PLAN_STAGE_LABELS[event.to]),
                )}
              </p>
            )}
            <p className="text-14 text-ink-soft">
              {words.moment(event.at)}
              {words.dot}
              {event.role === 'system'
                ? say.versions.system
                : `${event.by}(${words.pick(ROLE_LABELS[event.role])})`}
            </p>
            {event.said !== null && (
              <p className="text-14">{say.plan.said(event.said.by, words.date(event.said.on))}</p>
            )}
            {event.reason !== null && (
              <p className="text-14">{say.versions.reason(event.reason)}</p>
            )}
            {event.fallen.map(({ approval, why }) => (
              <p key={approval} className="text-14 text-caution">
                {words.pick(why)}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </PanelSection>
  );
}
