import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { mayPrint, type Paper } from '#domain/plan/papers';
import { PLAN_STAGE_LABELS, PLAN_STAGES, type PlanStage } from '#domain/plan/states';
import { orderPrints } from '../../../api/plan-prints.ts';
import { districtsQuery } from '../../../api/queries.ts';
import { useAccount } from '../../../api/session.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { DistrictChecks } from '../../../ui/DistrictChecks.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { usePlanWords } from '../use-plan-words.ts';
import { changePlansView, usePlansView } from '../use-plans-view.ts';
import { PrintsState } from './PrintsState.tsx';

/** Papers that are printed for many at once. */
const MANY = ['person', 'supporter', 'shelter'] as const satisfies readonly Paper[];
/** Stages whose plans say something that can be put on a refrigerator. */
const READY: readonly PlanStage[] = ['person-agreed', 'shared', 'in-force', 'review-due'];

/** Many plans on paper at once, the map book of a district, and plans as a file, each for chosen districts. */
export default function PrintsTab({ code }: { readonly code: string }) {
  const view = usePlansView();
  const words = useWords();
  const say = usePlanWords().prints;
  const role = useAccount()?.role ?? null;
  const papers = MANY.filter((one) => role !== null && mayPrint(role, one));
  const [paper, setPaper] = useState<(typeof MANY)[number]>(papers[0] ?? 'person');
  const [stages, setStages] = useState(READY);
  const { districts } = view;
  const names = (useQuery(districtsQuery(code)).data?.districts ?? []).map(({ name }) => name);
  const order = useMutation({
    mutationFn: () =>
      orderPrints(code, {
        paper,
        districts: districts.length === 0 ? null : [...districts],
        stages: [...stages],
      }),
    onSuccess: ({ id }) => changePlansView({ prints: id }),
  });
  const only = districts.length === 0 ? '' : `?district=${encodeURIComponent(districts.join(','))}`;
  return (
    <section aria-label={say.label} className="min-h-0 flex-1 overflow-y-auto px-4 py-3">
      <details>
        <summary className="min-h-11 cursor-pointer py-2 font-bold">
          {say.districts(districts.length === 0 ? say.all : districts.join('、'))}
        </summary>
        <p className="pb-2 text-14 text-ink-soft">{say.districtsText}</p>
        <DistrictChecks
          names={names}
          chosen={districts}
          onChange={(chosen) => changePlansView({ districts: chosen })}
        />
      </details>
      <h3 className="pt-4 text-18 font-bold">{say.many}</h3>
      {view.prints !== null && <PrintsState code={code} id={view.prints} />}
      <form
        className="flex flex-col gap-3 pt-2"
        onSubmit={(event) => {
          event.preventDefault();
          order.mutate();
        }}
      >
        {papers.length > 1 && (
          <ChoiceField
            label={say.paper}
            value={paper}
            choices={papers.map((one) => [one, say.papers[one]] as const)}
            onChange={(value) => setPaper(MANY.find((one) => one === value) ?? 'person')}
          />
        )}
        <fieldset>
          <legend className="font-bold">{say.stages}</legend>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))]">
            {PLAN_STAGES.filter((stage) => stage !== 'not-started').map((stage) => (
              <Checkbox
                key={stage}
                label={words.pick(PLAN_STAGE_LABELS[stage])}
                isChecked={stages.includes(stage)}
                onChange={(isIn) =>
                  setStages(
                    PLAN_STAGES.filter((one) => (one === stage ? isIn : stages.includes(one))),
                  )
                }
              />
            ))}
          </div>
        </fieldset>
        <Refusal error={order.error} />
        <Button
          type="submit"
          variant="primary"
          className="self-start"
          isDisabled={stages.length === 0 || order.isPending}
        >
          <Icon name="print" />
          {say.order}
        </Button>
      </form>
      <h3 className="pt-6 text-18 font-bold">{say.book}</h3>
      {districts.length === 1 ? (
        <FileLink
          href={`/api/municipalities/${code}/plans/map-book.pdf${only}`}
          text={say.bookOf(districts[0] ?? '')}
        />
      ) : (
        <p className="text-ink-soft">{say.bookText}</p>
      )}
      <h3 className="pt-6 text-18 font-bold">{say.files}</h3>
      <p className="text-14 text-ink-soft">{say.filesText}</p>
      <FileLink href={`/api/municipalities/${code}/plans.csv${only}`} text={say.csv} />
      <FileLink href={`/api/municipalities/${code}/plans.xlsx${only}`} text={say.excel} />
    </section>
  );
}

function FileLink({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <p>
      <a
        href={href}
        target="_blank"
        rel="noreferrer"
        className="inline-flex min-h-11 items-center gap-2 text-action underline underline-offset-4"
      >
        <Icon name="download" />
        {text}
      </a>
    </p>
  );
}
