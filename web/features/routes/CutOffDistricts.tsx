import type { CutOffAnswer } from '#contract/cut-off';
import { localDay } from '#domain/local-day';
import { formatNumber } from '../../i18n/format.ts';
import { Button } from '../../ui/Button.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { csvOf } from './csv.ts';
import { useRouteWords } from './use-route-words.ts';

/** How many of each district are cut off, of those looked at. */
export function CutOffDistricts(props: {
  readonly code: string;
  readonly districts: CutOffAnswer['districts'];
}) {
  const say = useRouteWords().cutOff;
  if (props.districts.length === 0) return null;
  const heads = [
    say.people,
    say.foot,
    say.vehicle,
    say.of(say.vehicle, say.tier1),
    say.of(say.vehicle, say.needsPower),
  ];
  const rows = props.districts.map(({ name, people, foot, vehicle }) => ({
    name: name ?? say.noDistrict,
    counts: [people, foot.people, vehicle.people, vehicle.tier1, vehicle.needsPower],
  }));
  // A file is read without the screen beside it: each head says all that its figure counts.
  const cutOffBy = (way: string) => say.of(way, say.cutOff);
  const fileHeads = [
    say.people,
    cutOffBy(say.foot),
    cutOffBy(say.vehicle),
    say.of(cutOffBy(say.vehicle), say.tier1),
    say.of(cutOffBy(say.vehicle), say.needsPower),
  ];
  const save = () =>
    saveFile(
      csvOf([[say.district, ...fileHeads], ...rows.map(({ name, counts }) => [name, ...counts])]),
      `${say.districtsFileName}_${localDay(new Date())}.csv`,
    );
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h4 className="font-bold">{say.byDistrict}</h4>
        <Button className="not-printed" onPress={save}>
          {say.districtsCsv}
        </Button>
      </div>
      <table className="w-full text-14 leading-snug">
        <caption className="sr-only">{say.byDistrict}</caption>
        <thead>
          <tr className="border-b border-line-strong">
            <th scope="col" className="py-1 text-left">
              {say.district}
            </th>
            {heads.map((label) => (
              <th key={label} scope="col" className="py-1 pl-2 text-right">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, counts }) => (
            <tr key={name} className="border-b border-line">
              <th scope="row" className="py-1.5 text-left font-normal">
                {name}
              </th>
              {counts.map((count, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns that never change
                <td key={place} className="number py-1.5 pl-2 text-right">
                  {formatNumber(count)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
