import type { PublicDrillResult } from '#domain/drill/publish/public-result';
import { publicSayer } from './words.ts';

/** The results of a drill as they are read: the page, the PDF and the CSV show the same sections. */
export interface PublicDocument {
  readonly language: 'ja' | 'en';
  readonly municipality: string;
  readonly heading: string;
  readonly title: string;
  readonly lead: readonly string[];
  readonly sections: readonly PublicSection[];
  readonly publishedOn: string;
}

export interface PublicSection {
  readonly title: string;
  readonly heads: readonly string[];
  /** Shares of the width. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

/** @param publishedOn YYYY-MM-DD */
export function publicDocument(
  result: PublicDrillResult,
  municipality: string,
  publishedOn: string,
  language: 'ja' | 'en',
): PublicDocument {
  const speech = publicSayer(language);
  const { word } = speech;
  return {
    ...{ language, municipality, publishedOn, title: result.title },
    heading: word('heading'),
    lead: [word('about'), word('caution'), word('privacy')],
    sections: [
      summaryOf(result, speech),
      scenarioOf(result, speech),
      sheltersOf(result, speech),
      courseOf(result, speech),
      findingsOf(result, speech),
      {
        title: word('dataDates'),
        ...{ heads: [word('data'), word('asOf')], widths: [60, 40] },
        rows: result.dataDates.map(({ label, date }) => [
          speech.say(label),
          date === null ? word('notKnown') : speech.day(date),
        ]),
      },
    ],
  };
}

type Speech = ReturnType<typeof publicSayer>;

function summaryOf(
  result: PublicDrillResult,
  { word, people, minutes, day }: Speech,
): PublicSection {
  const { arrived, notComing, missing, expected, wheelchair } = result.people;
  return {
    title: word('summary'),
    ...{ heads: [word('item'), word('value')], widths: [40, 60] },
    rows: [
      [word('date'), day(result.date)],
      [word('planned'), minutes(result.plannedMinutes)],
      [word('actual'), minutes(result.actualMinutes)],
      [word('participants'), people(result.participants)],
      [word('expected'), people(expected)],
      [word('arrived'), people(arrived)],
      [word('notComing'), people(notComing)],
      [word('missing'), people(missing)],
      [word('wheelchair'), people(wheelchair)],
    ],
  };
}

function scenarioOf({ scenario }: PublicDrillResult, speech: Speech): PublicSection {
  const { word, joined } = speech;
  const conditions = [
    ...(scenario.isNight ? [word('night')] : []),
    ...(scenario.isRain ? [word('rain')] : []),
    ...(scenario.isPowerCut ? [word('powerCut')] : []),
  ];
  return {
    title: word('scenario'),
    ...{ heads: [word('item'), word('value')], widths: [40, 60] },
    rows: [
      [
        word('levels'),
        joined(scenario.levels.map(({ minute, level }) => speech.level(minute, level))),
      ],
      [word('conditions'), conditions.length === 0 ? word('none') : joined(conditions)],
      [word('closedRoads'), speech.roads(scenario.closedRoads)],
      ...scenario.injects.map(({ minute, text }) => [
        `${word('inject')} (${speech.at(minute)})`,
        text,
      ]),
    ],
  };
}

function sheltersOf({ shelters }: PublicDrillResult, { word, beds, power }: Speech): PublicSection {
  return {
    title: word('shelters'),
    heads: [word('name'), word('careBeds'), word('careBedsTaken'), word('power'), word('position')],
    widths: [30, 14, 16, 20, 20],
    rows: shelters.map(({ name, careBeds, careBedsTaken, power: state, position }) => [
      ...[name, beds(careBeds), beds(careBedsTaken), power(state)],
      position === null ? word('notKnown') : `${position[1].toFixed(5)}, ${position[0].toFixed(5)}`,
    ]),
  };
}

function courseOf({ phases }: PublicDrillResult, speech: Speech): PublicSection {
  const { word, say, minutes } = speech;
  return {
    title: word('course'),
    heads: [
      ...[word('phase'), word('step'), word('role'), word('planned'), word('actual')],
      ...[word('state'), word('heldUp')],
    ],
    widths: [14, 24, 14, 10, 10, 10, 18],
    rows: phases.flatMap(({ label, steps }) =>
      steps.map((step) => [
        ...[say(label), say(step.label), say(step.role), minutes(step.plannedMinutes)],
        minutes(step.actualMinutes),
        step.isDone ? word('done') : word('notDone'),
        speech.heldUp(step.heldUp),
      ]),
    ),
  };
}

function findingsOf(
  { findings }: PublicDrillResult,
  { word, changes, day }: Speech,
): PublicSection {
  return {
    title: word('findings'),
    heads: [word('finding'), word('owner'), word('due'), word('changes'), word('state')],
    widths: [44, 16, 14, 14, 12],
    rows: findings.map(({ text, owner, dueDate, changes: kind, isDone }) => [
      ...[text, owner, dueDate && day(dueDate), changes(kind)],
      isDone ? word('seenTo') : word('open'),
    ]),
  };
}
