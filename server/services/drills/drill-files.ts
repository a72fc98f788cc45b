import type { z } from 'zod';
import type { DrillTour, drillFilesQuerySchema } from '#contract/drill-routes';
import { DRILL_DESK_FAILURES } from '#domain/drill/desk-failures';
import { attendance, unexpectedArrivals } from '#domain/drill/run/arrivals';
import { firstOf, timeEvents } from '#domain/drill/run/event-time';
import { mergeEvents } from '#domain/drill/run/merge';
import { isOf } from '#domain/drill/run/step-state';
import { minuteOfLevel } from '#domain/drill/scenario';
import { failure, type Result, success } from '#domain/problem';
import { DEVICE_LABELS } from '#domain/resident/labels';
import { type TrainingWay, trainingWays } from '../../output/drill-routes.ts';
import type { Sheet } from '../../output/paper/sheet.ts';
import { drillFormSheet, type FormValues } from '../../output/paper/sheets/drill-form.ts';
import { routeCards } from '../../output/paper/sheets/route-cards.ts';
import { readDrill } from './read-drills.ts';
import { type RouteSources, readRoutes } from './read-routes.ts';
import { readTour } from './read-tours.ts';
import { readRun } from './run-drill.ts';

export interface TrainingFiles {
  readonly title: string;
  readonly date: string;
  readonly ways: readonly TrainingWay[];
  readonly sheet: Sheet;
  readonly residentIds: readonly string[];
}

/** Ways of the newest tours and of those who come by themselves; of one vehicle or person where it is named. */
export async function readTrainingFiles(
  sources: RouteSources,
  id: string,
  { vehicle, person, policy }: z.output<typeof drillFilesQuerySchema>,
): Promise<Result<TrainingFiles>> {
  const drill = await readDrill(sources, id);
  if (!drill.ok) return drill;
  const { content, title, date, startTime } = drill.value.view;
  const withTour = person === undefined;
  const tour = withTour ? await readTour(sources, id, null, null) : null;
  // Without tours there are the ways of the others.
  if (tour !== null && !tour.ok && tour.problem.code !== DRILL_DESK_FAILURES.tourUnknown().code)
    return tour;
  const personIds = person === undefined ? null : [person];
  const question = { personIds, policy, minute: 0, alternatives: false };
  const routes = vehicle === undefined ? await readRoutes(sources, id, question) : null;
  if (routes !== null && !routes.ok) return routes;
  const found: DrillTour | null = tour?.ok ? tour.value.tour : null;
  const ofVehicle =
    found === null || vehicle === undefined
      ? found
      : { ...found, vehicles: found.vehicles.filter(({ vehicleId }) => vehicleId === vehicle) };
  const names = new Map(content.people.map((one) => [one.id, one.name]));
  const ways = trainingWays(ofVehicle, routes?.value.answer ?? null, names);
  const data = found?.data ?? routes?.value.answer.data ?? null;
  const cards = routeCards({
    ...{ municipalityName: sources.municipality.name, drillTitle: title, date, startTime, ways },
    roadsAsOf: data?.roads.flatMap(({ asOf }) => asOf ?? []).sort()[0] ?? null,
    closedRoads: content.scenario.closedRoads.length,
  });
  return success({ title, date, ways, sheet: cards, residentIds: drill.value.residentIds });
}

/** A form of the manual as it is printed: empty, or with what the plan and the events know. */
export async function readFormSheet(
  sources: RouteSources,
  id: string,
  formId: string,
  filled: { readonly shelterId: string | null } | null,
): Promise<Result<{ readonly sheet: Sheet; readonly residentIds: readonly string[] }>> {
  const read = await readRun(sources, id);
  if (!read.ok) return read;
  const { run, residentIds } = read.value;
  const form = run.content.manual.forms.find((one) => one.id === formId);
  if (form === undefined) return failure(DRILL_DESK_FAILURES.formUnknown());
  const isTable = (fieldId: string) =>
    form.fields.some(({ id: own, kind }) => own === fieldId && kind === 'table');
  const values: FormValues =
    filled === null ? new Map() : knownValues(run, filled.shelterId, isTable);
  const head = { municipalityName: sources.municipality.name, drillTitle: run.content.title };
  const sheet = drillFormSheet(form, values, head);
  return success({ sheet, residentIds: filled === null ? [] : residentIds });
}

type Run = Extract<Awaited<ReturnType<typeof readRun>>, { ok: true }>['value']['run'];

/** By the ids that the model city's forms give their fields; a city's own fields with other ids stay empty. */
function knownValues(
  { content, expected, shelters, events }: Run,
  shelterId: string | null,
  isTable: (fieldId: string) => boolean,
): FormValues {
  const shelter = shelters.find((one) => one.id === shelterId) ?? shelters[0];
  const own = content.people.filter((one) => one.shelterId === shelter?.id);
  const minutes = new Map(expected.map(({ personId, minute }) => [personId, minute]));
  const roles = new Map(content.manual.roles.map(({ id, label }) => [id, label.ja]));
  // What was taken back, or told by two tablets, did not happen twice.
  const timed = timeEvents(mergeEvents(events.events.map(({ event }) => event)));
  const hasBegun = timed.some((one) => isOf(one, 'drill-start'));
  const allArrivals = timed.filter((one) => isOf(one, 'arrival'));
  const arrivals = [
    ...content.people.flatMap(({ id }) => {
      const first = firstOf(allArrivals.filter((one) => one.event.body.personId === id));
      return first === undefined ? [] : [first.event.body];
    }),
    ...unexpectedArrivals(content.people, timed),
  ].filter((one) => one.shelterId === shelter?.id);
  const said = attendance(content.participants, timed).map(({ isThere }) => isThere);
  const staff = said.filter((isThere) => isThere === true).length;
  const firstLevel = content.scenario.levels[0]?.level;
  const problems = timed.flatMap((one) => (isOf(one, 'problem') ? [one.event.body.text] : []));
  const values = new Map<string, string | Record<string, string | undefined>[]>([
    ['date', content.date],
    ['shelter', shelter?.name ?? ''],
    ['level', firstLevel === undefined ? '' : `レベル${firstLevel}`],
    ['people', hasBegun ? String(arrivals.length) : ''],
    [
      'family',
      hasBegun ? String(arrivals.reduce((sum, { companions }) => sum + companions, 0)) : '',
    ],
    ['staff', said.every((isThere) => isThere === null) ? '' : String(staff)],
    ['weather', content.scenario.isRain ? '雨(想定)' : ''],
    ['problems', problems.join('、')],
    ['shifts', content.participants.map(({ name, roleId }) => ({ name, role: roles.get(roleId) }))],
  ]);
  if (minuteOfLevel(content.scenario, 3) !== null && content.startTime !== null)
    values.set('time', content.startTime);
  const toMove = own.map(({ id, name, needsWheelchairPlace, companions, devices, travel }) => ({
    ...{ name, companions: companions === 0 ? '' : `${companions}人` },
    state: needsWheelchairPlace ? '車いす' : '',
    devices: devices.map(({ device }) => DEVICE_LABELS[device].ja).join('、'),
    means: travel === 'tour' ? '送迎' : '自分で',
    expected: minutes.has(id) ? `開始${minutes.get(id)}分後` : '',
  }));
  // The request has a table under this name, the report a number.
  if (isTable('people')) values.set('people', toMove);
  return values;
}
