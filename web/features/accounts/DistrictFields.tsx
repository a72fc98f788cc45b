import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { districtsQuery } from '../../api/queries.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';

/** The whole city, or those districts. */
export function DistrictFields(props: {
  readonly code: string;
  readonly districts: readonly string[] | null;
  readonly onChange: (districts: string[] | null) => void;
}) {
  const { districts } = props;
  const say = useWords().accounts;
  const name = useId();
  const known = useQuery(districtsQuery(props.code)).data?.districts ?? [];
  const choice = (label: string, isChosen: boolean, choose: () => void) => (
    <label className="flex min-h-11 items-center gap-2">
      <input
        type="radio"
        name={name}
        className="size-5 accent-action"
        checked={isChosen}
        onChange={choose}
      />
      {label}
    </label>
  );
  return (
    <fieldset>
      <legend className="text-14 font-bold">{say.districts}</legend>
      <div className="flex flex-wrap gap-x-6">
        {choice(say.chosenDistricts, districts !== null, () => props.onChange([]))}
        {choice(say.allDistricts, districts === null, () => props.onChange(null))}
      </div>
      {districts !== null && (
        <div className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] border-l-4 border-line pl-4">
          {known.map((district) => (
            <Checkbox
              key={district.name}
              label={district.name}
              isChecked={districts.includes(district.name)}
              onChange={(isIn) =>
                props.onChange(
                  isIn
                    ? [...districts, district.name]
                    : districts.filter((one) => one !== district.name),
                )
              }
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}
