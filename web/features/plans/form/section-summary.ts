import { valueInWords } from '#domain/plan/field-words';
import type { PlanContent, PlanDevice } from '#domain/plan/plan';
import { formatNumber } from '../../../i18n/format.ts';
import type { Words } from '../../../i18n/words.ts';
import type { PlanWords } from '../use-plan-words.ts';
import { isFilled } from './fields.ts';
import type { SectionName } from './section-names.ts';

/** What a section of a plan says, in a line; that nothing is filled in is said as that, and never as "none". */
export function sectionSummary(
  section: SectionName,
  content: PlanContent,
  words: Words,
  say: PlanWords,
): string {
  const parts = isFilled(section, content) ? partsOf(section, content, words, say) : [];
  const told = parts.filter((part) => part !== null && part !== undefined);
  if (told.length > 0) return told.join(words.dot);
  return section === 'supporters' ? say.form.none.supporters : say.sections.empty;
}

type Part = string | null | undefined;

function partsOf(
  section: SectionName,
  content: PlanContent,
  words: Words,
  say: PlanWords,
): readonly Part[] {
  const { summary } = say.sections;
  const value = (path: string, one: unknown): Part =>
    (one ?? null) === null ? null : words.pick(valueInWords(path, one));
  const list = (all: readonly string[]): Part => (all.length === 0 ? null : all.join(words.comma));
  const { home, body, care, supporters, route, departure } = content;
  switch (section) {
    case 'contacts':
      return [list(content.contacts.map(({ name }) => name))];
    case 'home':
      return [
        home.usualRoom,
        home.bedroom === null ? null : summary.bedroom(home.bedroom),
        value('home/structure', home.structure),
        home.storeys === null ? null : summary.storeys(String(home.storeys)),
        home.storey === null ? null : summary.storey(String(home.storey)),
      ];
    case 'body':
      return [
        ...[body.mobility, list(body.equipment), body.medicine, body.communication],
        ...[body.dementia, body.caution],
      ];
    case 'devices':
      return [list(body.devices.map((device) => deviceWords(device, words, say)))];
    case 'care':
      return [care.managerName, care.managerOffice, list(care.services), content.pets];
    case 'supporters':
      return supporters.length > 0
        ? [list(supporters.map(({ name }) => name))]
        : [summary.without(content.withoutSupporters ?? '')];
    case 'means':
      return [value('means', content.means)];
    case 'destination':
      return [value('destination', content.destination)];
    case 'second':
      return [value('secondDestination', content.secondDestination)];
    case 'route':
      return route === null
        ? []
        : [
            words.metersText(route.lengthMeters),
            say.route.minutes(formatNumber(Math.ceil(route.durationSeconds / 60))),
            route.redMeters > 0 ? `${say.route.red} ${words.metersText(route.redMeters)}` : null,
            route.unknownMeters > 0
              ? `${say.route.unknown} ${words.metersText(route.unknownMeters)}`
              : null,
          ];
    case 'departure':
      return [
        say.form.level(String(departure.startAt)),
        departure.preparationMinutes === null
          ? summary.preparationUnknown
          : summary.preparation(formatNumber(departure.preparationMinutes)),
        departure.steps.length === 0 ? null : summary.steps(formatNumber(departure.steps.length)),
      ];
    case 'items':
      return [list(content.items)];
    case 'signatures':
      return [
        value('drawnUpWith', content.drawnUpWith),
        list(
          content.signatures.map(
            ({ id, signer, name }) => `${name}(${value(`signatures/${id}/signer`, signer)})`,
          ),
        ),
      ];
    case 'notes':
      return [content.notes];
  }
}

function deviceWords({ device, batteryHours }: PlanDevice, words: Words, say: PlanWords): string {
  const { summary } = say.sections;
  const battery =
    batteryHours === null ? summary.batteryUnknown : summary.battery(formatNumber(batteryHours));
  return `${words.terms.device[device]}(${battery})`;
}
