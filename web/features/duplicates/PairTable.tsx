import type { Duplicates } from '#contract/people-desk';
import { CONSENT_PURPOSES, CONSENT_STATE_LABELS } from '#domain/access/consent';
import { PLAN_FACT_OF } from '#domain/plan/plan-fact';
import { PLAN_STAGE_LABELS } from '#domain/plan/states';
import { CARE_LEVELS } from '#domain/resident/care-level';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { Words } from '../../i18n/words.ts';
import { changeView } from '../../state/use-view.ts';
import { useDuplicatePlanWords } from './use-duplicate-plan-words.ts';

type Person = Duplicates['pairs'][number]['a'];

/** Two records side by side, fact by fact; what differs is marked in words and not by colour alone. */
export function PairTable({ pair }: { readonly pair: Duplicates['pairs'][number] }) {
  const words = useWords();
  const say = words.peopleDesk.duplicates;
  const plans = useDuplicatePlanWords();
  const head = (letter: 'A' | 'B', id: string) => (
    <th scope="col" className="p-2 text-left">
      <button
        type="button"
        aria-label={say.open(letter)}
        className="min-h-11 font-bold text-action underline underline-offset-4"
        onClick={() => changeView({ selection: { kind: 'resident', id } })}
      >
        {say.record(letter)}
      </button>
    </th>
  );
  return (
    <table className="w-full table-fixed border-collapse border-y border-line">
      <thead>
        <tr className="border-b border-line-strong">
          <th scope="col" className="w-32 p-2 text-left text-14 text-ink-soft">
            {say.fact}
          </th>
          {head('A', pair.a.id)}
          {head('B', pair.b.id)}
        </tr>
      </thead>
      <tbody>
        {rowsOf(words, plans).map(({ label, textOf }) => {
          const [a, b] = [textOf(pair.a), textOf(pair.b)];
          const differs = a !== b;
          return (
            <tr key={label} className={`border-b border-line ${differs ? 'bg-caution-soft' : ''}`}>
              <th scope="row" className="p-2 text-left text-14 font-normal text-ink-soft">
                {label}
                {differs && <span className="ml-2 font-bold text-caution">{say.differs}</span>}
              </th>
              <td className="p-2 align-top break-words">{a ?? words.terms.unknown}</td>
              <td className="p-2 align-top break-words">{b ?? words.terms.unknown}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface Row {
  readonly label: string;
  readonly textOf: (person: Person) => string | null;
}

function rowsOf(words: Words, plans: ReturnType<typeof useDuplicatePlanWords>): Row[] {
  const { panel, people, terms, peopleDesk } = words;
  return [
    { label: people.columns.name, textOf: ({ name }) => name },
    { label: people.columns.nameKana, textOf: ({ nameKana }) => nameKana },
    {
      label: panel.birthDate,
      textOf: ({ birthDate }) => (birthDate === null ? null : words.date(birthDate)),
    },
    { label: panel.sex, textOf: ({ sex }) => (sex === null ? null : terms.sex[sex]) },
    { label: panel.address, textOf: ({ address }) => address },
    { label: panel.phone, textOf: ({ phone }) => phone },
    { label: panel.rosterNumber, textOf: ({ rosterNumber }) => rosterNumber },
    { label: people.columns.district, textOf: ({ district }) => district },
    { label: panel.careLevel, textOf: ({ careLevel }) => careLevelWords(careLevel, words) },
    {
      label: peopleDesk.duplicates.supporters,
      textOf: ({ supporterCount }) =>
        supporterCount === null ? null : terms.people(formatNumber(supporterCount)),
    },
    {
      label: peopleDesk.duplicates.tier,
      textOf: ({ tier }) => (tier === null ? null : terms.tier(tier)),
    },
    {
      label: plans.plan,
      textOf: ({ plan, planStage, planVersion }) => {
        const byRoster = plan === null ? null : plans.byRoster(terms.plan[plan]);
        if (planStage === null) return byRoster;
        const stage = words.pick(PLAN_STAGE_LABELS[planStage]);
        const own = plans.planAt(stage, formatNumber(planVersion));
        // A plan that is only begun leaves the roster's word standing, as on the person's card.
        return PLAN_FACT_OF[planStage] !== null || byRoster === null
          ? own
          : own + words.comma + byRoster;
      },
    },
    ...CONSENT_PURPOSES.map((purpose) => ({
      label: plans.consent[purpose],
      textOf: ({ consents }: Person) => words.pick(CONSENT_STATE_LABELS[consents[purpose]]),
    })),
  ];
}

function careLevelWords(level: string | null, words: Words): string | null {
  const known = CARE_LEVELS.find((one) => one === level);
  return known === undefined ? null : words.careLevel(known);
}
