import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OpenDisasterMode } from '#contract/access';
import {
  ARTICLE_LABELS,
  DISASTER_ARTICLES,
  type DisasterArticle,
} from '#domain/access/disaster-mode';
import { districtsQuery } from '../../api/queries.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { DistrictChecks } from '../../ui/DistrictChecks.tsx';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';

const HOURS = [6, 12, 24, 48, 72] as const;
const HOUR_MILLIS = 3_600_000;

interface DisasterFormProps {
  readonly code: string;
  readonly isSaving: boolean;
  readonly onOpen: (mode: OpenDisasterMode) => void;
  readonly onCancel: () => void;
}

/** Where, by what law, why, until when: none of it can be left out. */
export function DisasterForm({ code, isSaving, onOpen, onCancel }: DisasterFormProps) {
  const words = useWords();
  const say = words.access.disaster;
  const known = useQuery(districtsQuery(code)).data?.districts ?? [];
  /** null = the whole city. */
  const [districts, setDistricts] = useState<readonly string[] | null>([]);
  const [articles, setArticles] = useState<readonly DisasterArticle[]>(DISASTER_ARTICLES);
  const [reason, setReason] = useState('');
  const [hours, setHours] = useState<number>(24);
  const [isMissing, setMissing] = useState(false);
  const [now] = useState(Date.now);
  const isComplete = districts?.length !== 0 && articles.length > 0 && reason.trim() !== '';
  return (
    <form
      aria-label={say.formTitle}
      className="flex flex-col gap-4 border-t border-line pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(!isComplete);
        if (!isComplete) return;
        const where = districts === null ? null : [...districts];
        onOpen({ districts: where, articles: [...articles], reason, hours });
      }}
    >
      <fieldset>
        <legend className="font-bold">{say.where}</legend>
        <div className="flex flex-wrap gap-x-6">
          <label className="flex min-h-11 items-center gap-2">
            <input
              type="radio"
              name="where"
              className="size-5 accent-action"
              checked={districts !== null}
              onChange={() => setDistricts([])}
            />
            {say.chosen}
          </label>
          <label className="flex min-h-11 items-center gap-2">
            <input
              type="radio"
              name="where"
              className="size-5 accent-action"
              checked={districts === null}
              onChange={() => setDistricts(null)}
            />
            {say.everywhere}
          </label>
        </div>
        {districts !== null && (
          <DistrictChecks
            names={known.map(({ name }) => name)}
            chosen={districts}
            onChange={setDistricts}
          />
        )}
      </fieldset>
      <fieldset>
        <legend className="font-bold">{say.articles}</legend>
        {DISASTER_ARTICLES.map((article) => (
          <Checkbox
            key={article}
            label={words.pick(ARTICLE_LABELS[article])}
            isChecked={articles.includes(article)}
            onChange={(isChecked) =>
              setArticles(
                isChecked ? [...articles, article] : articles.filter((one) => one !== article),
              )
            }
          />
        ))}
        <p role="status" className="text-ink-soft">
          {articles.includes('49-11-3') && !articles.includes('49-15-3') && say.rosterAlone}
          {articles.includes('49-15-3') && !articles.includes('49-11-3') && say.plansAlone}
        </p>
      </fieldset>
      <LabelledField label={say.reason} hint={say.reasonHint}>
        {(ids) => (
          <textarea
            {...ids}
            maxLength={500}
            rows={2}
            className={FIELD_STYLE}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </LabelledField>
      <LabelledField label={say.ends}>
        {(ids) => (
          <select
            {...ids}
            className={FIELD_STYLE}
            value={hours}
            onChange={(event) => setHours(Number(event.target.value))}
          >
            {HOURS.map((choice) => (
              <option key={choice} value={choice}>
                {say.hours(
                  formatNumber(choice),
                  words.moment(new Date(now + choice * HOUR_MILLIS).toISOString()),
                )}
              </option>
            ))}
          </select>
        )}
      </LabelledField>
      {isMissing && !isComplete && (
        <p role="alert" className="font-bold text-error">
          {say.missing}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" isDisabled={isSaving}>
          {isSaving ? say.confirming : say.confirm}
        </Button>
        <Button onPress={onCancel}>{say.cancel}</Button>
      </div>
    </form>
  );
}
