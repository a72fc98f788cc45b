import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { districtsQuery } from '../../../api/queries.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { DistrictChecks } from '../../../ui/DistrictChecks.tsx';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { useProposalWords } from './use-proposal-words.ts';
import { useStartProposal } from './use-start-proposal.ts';

const TIERS = [1, 2, 3, 4];

/** For whom, and what is reckoned with; those in red zones as it opens. */
export function ProposalForm({ code }: { readonly code: string }) {
  const words = useWords();
  const say = useProposalWords().form;
  const { start, isPending, problem } = useStartProposal(code);
  const [name, setName] = useState(say.usualName);
  const [isRedOnly, setRedOnly] = useState(true);
  const [isOnlyWithout, setOnlyWithout] = useState(false);
  const [districts, setDistricts] = useState<string[] | null>(null);
  const [tiers, setTiers] = useState<number[]>([]);
  const [unknownCapacity, setUnknownCapacity] = useState<'not-limited' | 'left-out'>('not-limited');
  const [isNight, setNight] = useState(false);
  const [withSupporters, setWithSupporters] = useState(true);
  const [wrong, setWrong] = useState<string | null>(null);
  const all = useQuery({ ...districtsQuery(code), enabled: districts !== null });
  const submit = () => {
    const trimmed = name.trim();
    const why = trimmed === '' ? say.needsName : districts?.length === 0 ? say.needsDistrict : null;
    setWrong(why);
    if (why !== null) return;
    start({
      ...{ name: trimmed, districts, isNight, unknownCapacity, withSupporters },
      red: isRedOnly ? ['inside', 'undetermined'] : null,
      tiers: tiers.length === 0 ? null : tiers,
      onlyWithoutDestination: isOnlyWithout,
    });
  };
  return (
    <form
      aria-label={say.title}
      className="flex flex-col gap-3 border-t border-line p-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3 className="text-18 font-bold">{say.title}</h3>
      <p className="text-14 text-ink-soft">{say.explain}</p>
      <LabelledField label={say.name}>
        {(ids) => (
          <input
            {...ids}
            className={FIELD_STYLE}
            maxLength={100}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </LabelledField>
      <fieldset>
        <legend className="text-14 font-bold">{say.whom}</legend>
        <Checkbox label={say.redOnly} isChecked={isRedOnly} onChange={setRedOnly} />
        <Checkbox label={say.onlyWithout} isChecked={isOnlyWithout} onChange={setOnlyWithout} />
        <Checkbox
          label={say.someDistricts}
          isChecked={districts !== null}
          onChange={(isSome) => setDistricts(isSome ? [] : null)}
        />
        {districts !== null && (
          <DistrictChecks
            names={(all.data?.districts ?? []).map((one) => one.name)}
            chosen={districts}
            onChange={setDistricts}
          />
        )}
      </fieldset>
      <fieldset>
        <legend className="text-14 font-bold">{say.tiers}</legend>
        <div className="flex flex-wrap gap-x-4">
          {TIERS.map((tier) => (
            <Checkbox
              key={tier}
              label={words.terms.tier(tier)}
              isChecked={tiers.includes(tier)}
              onChange={(isIn) =>
                setTiers(isIn ? [...tiers, tier] : tiers.filter((one) => one !== tier))
              }
            />
          ))}
        </div>
      </fieldset>
      <LabelledField label={say.capacity}>
        {(ids) => (
          <select
            {...ids}
            className={FIELD_STYLE}
            value={unknownCapacity}
            onChange={({ target }) =>
              setUnknownCapacity(target.value === 'left-out' ? 'left-out' : 'not-limited')
            }
          >
            <option value="not-limited">{say.unlimited}</option>
            <option value="left-out">{say.leftOut}</option>
          </select>
        )}
      </LabelledField>
      <div>
        <Checkbox label={say.supporters} isChecked={withSupporters} onChange={setWithSupporters} />
        <Checkbox label={say.isNight} isChecked={isNight} onChange={setNight} />
      </div>
      {(wrong ?? problem) !== null && (
        <p role="alert" className="font-bold text-error">
          {wrong ?? problem}
        </p>
      )}
      <Button type="submit" variant="primary" className="w-fit" isPending={isPending}>
        {say.start}
      </Button>
    </form>
  );
}
