import { Fragment } from 'react';
import type { PublicCount, PublicDrillResult } from '#domain/drill/publish/public-result';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { FactRow, Facts } from '../../../ui/Facts.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { useAfterWords } from '../after/use-after-words.ts';
import { usePublishWords } from './use-publish-words.ts';

/** All that is public of a drill, as it is read. */
export function PublicResult(props: {
  readonly title: string;
  readonly result: PublicDrillResult;
}) {
  const { result } = props;
  const words = useWords();
  const say = usePublishWords();
  const after = useAfterWords();
  const count = (one: PublicCount) =>
    one === null ? say.unknown : one === 'few' ? say.few : say.people(formatNumber(one));
  const beds = (one: PublicCount) =>
    one === null ? say.unknown : one === 'few' ? say.fewBeds : say.beds(formatNumber(one));
  const minutes = (one: number | null) =>
    one === null ? say.unknown : say.minutes(formatNumber(one));
  const { scenario, people } = result;
  const supposed = [
    ...scenario.levels.map(({ minute, level }) => say.level(formatNumber(minute), String(level))),
    ...(scenario.isNight ? [say.night] : []),
    ...(scenario.isRain ? [say.rain] : []),
    ...(scenario.isPowerCut ? [say.powerCut] : []),
    say.closedRoads(formatNumber(scenario.closedRoads)),
  ];
  return (
    <PanelSection title={props.title}>
      <h4 className="text-18 font-bold">{result.title}</h4>
      <p>{words.date(result.date)}</p>
      <Facts>
        <FactRow label={say.shelters}>
          {result.shelters.map((shelter) => (
            <p key={shelter.name}>
              {[
                shelter.name,
                say.careBeds(beds(shelter.careBedsTaken), beds(shelter.careBeds)),
                `${say.power} ${say.powers[shelter.power]}`,
              ].join(words.dot)}
            </p>
          ))}
        </FactRow>
        <FactRow label={say.scenario}>{supposed.join(words.comma)}</FactRow>
        {scenario.injects.length > 0 && (
          <FactRow label={say.injects}>
            {scenario.injects.map(({ minute, text }) => (
              <p key={`${minute} ${text}`}>
                {minutes(minute)} {text}
              </p>
            ))}
          </FactRow>
        )}
        <FactRow label={say.results}>
          {say.total(minutes(result.actualMinutes), minutes(result.plannedMinutes))}
        </FactRow>
        <FactRow label={say.participants}>
          {result.participants === null ? say.noAttendance : count(result.participants)}
        </FactRow>
        {(['expected', 'arrived', 'notComing', 'missing', 'wheelchair'] as const).map((key) => (
          <FactRow key={key} label={say[key]}>
            {count(people[key])}
          </FactRow>
        ))}
      </Facts>
      <table className="w-full text-14" aria-label={say.phase}>
        <thead>
          <tr className="border-b border-line-strong text-left">
            {[say.phase, say.role, say.planned, say.actual].map((head) => (
              <th key={head} scope="col" className="py-1 pr-2">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {result.phases.map((phase) => (
            <Fragment key={phase.label.en}>
              <tr>
                <th colSpan={4} scope="rowgroup" className="pt-2 text-left">
                  {words.pick(phase.label)}
                </th>
              </tr>
              {phase.steps.map((step) => (
                <tr key={step.label.en} className="border-b border-line">
                  <th scope="row" className="pr-2 text-left font-normal">
                    {words.pick(step.label)}
                    {step.heldUp.length > 0 && (
                      <span className="block text-caution">
                        {step.heldUp.map((kind) => after.bottlenecks.kinds[kind]).join(words.comma)}
                      </span>
                    )}
                  </th>
                  <td className="pr-2">{words.pick(step.role)}</td>
                  <td className="number pr-2">{minutes(step.plannedMinutes)}</td>
                  <td className="number">
                    {step.isDone ? minutes(step.actualMinutes) : say.notDone}
                  </td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      <h4 className="font-bold">{say.findings}</h4>
      {result.findings.length === 0 && <p>{say.noFindings}</p>}
      <ul className="list-disc pl-5">
        {result.findings.map((finding) => (
          <li key={`${finding.text} ${finding.dueDate}`}>
            {finding.text}
            <span className="block text-14 text-ink-soft">
              {[
                say.due(finding.owner, words.date(finding.dueDate)),
                after.findings.changes[finding.changes],
                ...(finding.isDone ? [say.seenTo] : []),
              ].join(words.dot)}
            </span>
          </li>
        ))}
      </ul>
      <p className="text-14 text-ink-soft">
        {say.dates}:{' '}
        {result.dataDates
          .map(
            ({ label, date }) =>
              `${words.pick(label)} ${date === null ? say.unknown : words.date(date)}`,
          )
          .join(words.comma)}
      </p>
    </PanelSection>
  );
}
