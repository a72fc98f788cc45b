import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlanDestination } from '#domain/plan/plan';
import { useMay } from '../../../api/access.ts';
import { destinationProposalQuery } from '../../../api/plans.ts';
import { sheltersQuery } from '../../../api/queries.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { LoadError } from '../../../ui/LoadError.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import type { FormProps } from '../form/ContentPart.tsx';
import { profileOfPlan } from '../route/plan-route.ts';
import { usePlanWords } from '../use-plan-words.ts';
import { CandidateItem } from './CandidateItem.tsx';
import { listedCandidates, rankedCandidates, toDestination } from './candidates.ts';

const SHOWN_AT_ONCE = 8;

/** Shelters with their reasons, ranked by the way there where that was asked for; or another place by hand. */
export function DestinationPicker(
  props: FormProps & { readonly onChoose: (destination: PlanDestination) => void },
) {
  const { code, person } = props;
  const words = useWords();
  const say = usePlanWords();
  const may = useMay();
  const [text, setText] = useState('');
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const [profile, setProfile] = useState<string | null>(null);
  const shelters = useQuery(sheltersQuery(code));
  const proposal = useQuery(
    destinationProposalQuery(
      code,
      person?.id ?? '',
      profile === null ? null : { profile, most: 200 },
    ),
  );
  const home = person?.position ?? null;
  const candidates =
    proposal.data === undefined
      ? listedCandidates(shelters.data?.shelters ?? [], person ?? null, words, say.destination)
      : rankedCandidates(proposal.data, words, say);
  const wanted = text.trim().toLowerCase();
  const meeting = candidates.filter(({ name, address }) =>
    `${name} ${address ?? ''}`.toLowerCase().includes(wanted),
  );
  return (
    <section aria-label={say.destination.list} className="flex flex-col gap-3">
      {may('plans.propose') && home !== null && person !== undefined && (
        <Button
          variant="secondary"
          className="w-fit"
          isDisabled={proposal.isFetching}
          onPress={() => setProfile(profileOfPlan(props.content, person))}
        >
          {proposal.isFetching ? say.destination.proposing : say.destination.propose}
        </Button>
      )}
      <Refusal error={proposal.error} />
      <LabelledField label={say.destination.search}>
        {(ids) => (
          <input
            {...ids}
            type="search"
            autoComplete="off"
            className={FIELD_STYLE}
            value={text}
            onChange={({ target }) => {
              setText(target.value);
              setShown(SHOWN_AT_ONCE);
            }}
          />
        )}
      </LabelledField>
      {shelters.data === undefined ? (
        shelters.isError ? (
          <LoadError error={shelters.error} onRetry={() => void shelters.refetch()} />
        ) : (
          <SkeletonLines count={6} />
        )
      ) : (
        <>
          <p className="number text-14 text-ink-soft" role="status">
            {proposal.data !== undefined && `${say.destination.proposed}${words.dot}`}
            {meeting.length === 0
              ? say.destination.noMatch
              : say.destination.candidates(formatNumber(meeting.length))}
          </p>
          <ol className="flex flex-col gap-2">
            {meeting.slice(0, shown).map((one) => (
              <CandidateItem
                key={one.shelterId}
                candidate={one}
                onChoose={() => props.onChoose(toDestination(one))}
              />
            ))}
          </ol>
          {meeting.length > shown && (
            <Button className="w-fit" onPress={() => setShown(shown + 20)}>
              {say.destination.more}
            </Button>
          )}
        </>
      )}
      <Button
        className="w-fit"
        onPress={() =>
          props.onChoose({
            ...{ kind: 'relative', shelterId: null, name: '', address: null, phone: null },
            ...{ place: { position: null, accuracy: 'none' }, reason: null },
          })
        }
      >
        {say.destination.other}
      </Button>
    </section>
  );
}
