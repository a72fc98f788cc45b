import { useState } from 'react';
import type { PlanStepForMe, TakeStep } from '#contract/plan-work';
import { localDay } from '#domain/local-day';
import { REVIEW_REASON_LABELS } from '#domain/plan/review-labels';
import { REVIEW_REASONS } from '#domain/plan/states';
import { END_REASON_LABELS, END_REASONS } from '#domain/plan/step-names';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { usePlanWords } from '../use-plan-words.ts';

/** What is said with a step that says more than that it was taken. */
export function StepForm(props: {
  readonly step: PlanStepForMe;
  readonly isPending: boolean;
  readonly onRecord: (
    more: Pick<TakeStep, 'reason' | 'reviewReason' | 'endReason' | 'said'>,
  ) => void;
  readonly onCancel: () => void;
}) {
  const { step } = props;
  const words = useWords();
  const say = usePlanWords().plan;
  const [reason, setReason] = useState('');
  const [reviewReason, setReviewReason] =
    useState<(typeof REVIEW_REASONS)[number]>('drill-finding');
  const [endReason, setEndReason] = useState<(typeof END_REASONS)[number]>('moved-away');
  const today = localDay(new Date());
  const [saidBy, setSaidBy] = useState('');
  const [saidOn, setSaidOn] = useState(today);
  const { isWordOfAnother } = step;
  const isReview = step.step === 'call-review';
  const isEnd = step.step === 'end';
  return (
    <form
      className="flex flex-col gap-3 rounded-8 border border-line-strong p-3"
      onSubmit={(event) => {
        event.preventDefault();
        props.onRecord({
          reason: reason.trim() === '' ? null : reason.trim(),
          reviewReason: isReview ? reviewReason : null,
          endReason: isEnd ? endReason : null,
          said: isWordOfAnother ? { by: saidBy.trim(), on: saidOn } : null,
        });
      }}
    >
      {isReview && (
        <LabelledField label={say.reviewReason}>
          {(ids) => (
            <select
              {...ids}
              className={FIELD_STYLE}
              value={reviewReason}
              onChange={({ target }) =>
                setReviewReason(REVIEW_REASONS.find((one) => one === target.value) ?? reviewReason)
              }
            >
              {REVIEW_REASONS.map((one) => (
                <option key={one} value={one}>
                  {words.pick(REVIEW_REASON_LABELS[one])}
                </option>
              ))}
            </select>
          )}
        </LabelledField>
      )}
      {isEnd && (
        <LabelledField label={say.endReason}>
          {(ids) => (
            <select
              {...ids}
              className={FIELD_STYLE}
              value={endReason}
              onChange={({ target }) =>
                setEndReason(END_REASONS.find((one) => one === target.value) ?? endReason)
              }
            >
              {END_REASONS.map((one) => (
                <option key={one} value={one}>
                  {words.pick(END_REASON_LABELS[one])}
                </option>
              ))}
            </select>
          )}
        </LabelledField>
      )}
      {isWordOfAnother ? (
        <>
          <LabelledField label={say.saidBy} hint={say.saidByHint(words.pick(step.partyLabel))}>
            {(ids) => (
              <input
                {...ids}
                type="text"
                required
                maxLength={200}
                pattern={'.*\\S.*'}
                className={FIELD_STYLE}
                value={saidBy}
                onChange={({ target }) => setSaidBy(target.value)}
              />
            )}
          </LabelledField>
          <LabelledField label={say.saidOn}>
            {(ids) => (
              <input
                {...ids}
                type="date"
                required
                max={today}
                className={FIELD_STYLE}
                value={saidOn}
                onChange={({ target }) => setSaidOn(target.value)}
              />
            )}
          </LabelledField>
        </>
      ) : (
        <LabelledField label={say.reason} hint={say.reasonHint}>
          {(ids) => (
            <textarea
              {...ids}
              rows={3}
              maxLength={1000}
              required={step.needsReason}
              className={FIELD_STYLE}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </LabelledField>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" isDisabled={props.isPending}>
          {say.record}
        </Button>
        <Button variant="quiet" onPress={props.onCancel}>
          {say.cancel}
        </Button>
      </div>
    </form>
  );
}
