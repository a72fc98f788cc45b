import type { PlanView } from '#contract/plan-work';
import type { ResidentDetail } from '#contract/resident';
import { planOnRosterAlone } from '#domain/plan/plan-fact';
import { END_REASON_LABELS } from '#domain/plan/step-names';
import { useMay } from '../../../api/access.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { changeView } from '../../../state/use-view.ts';
import { Button } from '../../../ui/Button.tsx';
import { Caution } from '../../../ui/Notice.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { openChain } from '../open-chain.ts';
import { usePlanWords } from '../use-plan-words.ts';
import { changePlansView, openPlan } from '../use-plans-view.ts';
import { ApprovalsSection } from './ApprovalsSection.tsx';
import { MissingList } from './MissingList.tsx';
import { PaperLinks } from './PaperLinks.tsx';
import { RoleFirst } from './RoleFirst.tsx';
import { StepsSection } from './StepsSection.tsx';

/** Where the plan stands, what it waits for and whose turn it is, and what of that is mine. */
export function StatusPart(props: {
  readonly code: string;
  readonly view: PlanView;
  readonly person: ResidentDetail | undefined;
  readonly isDirty: boolean;
}) {
  const { code, view } = props;
  const words = useWords();
  const say = usePlanWords().plan;
  return (
    <>
      <MergedPlans view={view} />
      <OnRoster view={view} person={props.person} />
      {view.isPrefilled && view.mayWrite && <Caution>{say.prefilled}</Caution>}
      {view.reviewReasons.length > 0 && (
        <PanelSection title={say.reviewReasons}>
          <ul className="list-disc pl-5">
            {view.reviewReasons.map(({ reason, label }) => (
              <li key={reason}>{words.pick(label)}</li>
            ))}
          </ul>
        </PanelSection>
      )}
      {view.endReason !== null && (
        <p className="px-5 py-4">{say.ended(words.pick(END_REASON_LABELS[view.endReason]))}</p>
      )}
      <NextStep view={view} />
      <StepsSection code={code} view={view} isDirty={props.isDirty} />
      <RoleFirst view={view} />
      <ApprovalsSection view={view} />
      <PlanDates view={view} />
      <PaperLinks code={code} view={view} />
      <OtherWays id={view.residentId} hasPosition={(props.person?.position ?? null) !== null} />
    </>
  );
}

/** The roster tells of a plan on paper, and none of it is here yet. */
function OnRoster({ view, person }: Pick<Parameters<typeof StatusPart>[0], 'view' | 'person'>) {
  const words = useWords();
  const onRoster = planOnRosterAlone(view.stage, person?.plan.value ?? null);
  return onRoster === null ? null : <Caution>{words.terms.planOnRoster[onRoster]}</Caution>;
}

/** Two entries of the roster turned out to be one person: which plan goes on is to be decided. */
function MergedPlans({ view }: { readonly view: PlanView }) {
  const words = useWords();
  const say = usePlanWords().merged;
  const { mergedInto } = view;
  if (mergedInto !== null)
    return (
      <Caution>
        {say.into}{' '}
        <Button className="mt-2" onPress={() => openPlan(mergedInto)}>
          {say.openKept}
        </Button>
      </Caution>
    );
  return view.mergedPlans.map(({ residentId, stageLabel, contentVersion }) => (
    <Caution key={residentId}>
      {say.other(words.pick(stageLabel), String(contentVersion))}{' '}
      <Button className="mt-2" onPress={() => openPlan(residentId)}>
        {say.openOther}
      </Button>
    </Caution>
  ));
}

function NextStep({ view }: { readonly view: PlanView }) {
  const words = useWords();
  const say = usePlanWords();
  const { next } = view;
  const step = view.steps.find((one) => one.step === next) ?? null;
  // While something is to be written: what the step after it still lacks.
  const lacking =
    step ?? view.steps.find((one) => one.isPossible && ofWriting(one.missing)) ?? null;
  return (
    <PanelSection title={say.plan.waitsFor}>
      {next === null ? (
        <p>{say.plan.waitsNothing}</p>
      ) : next === 'write' ? (
        <>
          <p className="text-18 font-bold">{say.plan.waitsWrite}</p>
          {view.mayWrite && (
            <Button
              variant="primary"
              className="w-fit"
              onPress={() => changePlansView({ part: 'content' }, 'push')}
            >
              {say.roleFirst.openSection}
            </Button>
          )}
        </>
      ) : (
        step !== null && (
          <>
            <p className="text-18 leading-snug font-bold">{words.pick(step.label)}</p>
            <p>{say.plan.inCharge(words.pick(step.partyLabel))}</p>
          </>
        )
      )}
      {lacking !== null && lacking.missing.length > 0 && <MissingList missing={lacking.missing} />}
    </PanelSection>
  );
}

const WRITTEN = ['destination', 'route', 'means', 'supporters'];
const ofWriting = (missing: PlanView['steps'][number]['missing']) =>
  missing.some(({ code }) => WRITTEN.includes(code));

/** Every judgement in a plan rests on data of a day. */
function PlanDates({ view }: { readonly view: PlanView }) {
  const words = useWords();
  const say = usePlanWords();
  const { route } = view.content;
  if (route === null) return null;
  const date = (value: string | null) =>
    value === null ? say.route.dateUnknown : words.date(value);
  return (
    <p className="px-5 py-3 text-14 text-ink-soft">
      {say.plan.asOf}: {say.route.roadsAsOf} {date(route.roadsAsOf)}
      {words.dot}
      {say.route.zonesAsOf} {date(route.zonesAsOf)}
    </p>
  );
}

function OtherWays({ id, hasPosition }: { readonly id: string; readonly hasPosition: boolean }) {
  const say = usePlanWords().plan;
  const may = useMay();
  return (
    <div className="not-printed flex flex-wrap gap-2 px-5 py-4">
      <Button onPress={() => changeView({ selection: { kind: 'resident', id } })}>
        {say.person}
      </Button>
      {hasPosition && may('routes.see') && (
        <Button onPress={() => openChain(id)}>{say.chain}</Button>
      )}
    </div>
  );
}
