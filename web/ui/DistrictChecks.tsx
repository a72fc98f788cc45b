import { Checkbox } from './Checkbox.tsx';

/** Districts to tick, in the order of the city. */
export function DistrictChecks(props: {
  readonly names: readonly string[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}) {
  const { names, chosen } = props;
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] border-l-4 border-line pl-4">
      {names.map((name) => (
        <Checkbox
          key={name}
          label={name}
          isChecked={chosen.includes(name)}
          onChange={(isIn) =>
            props.onChange(isIn ? [...chosen, name] : chosen.filter((one) => one !== name))
          }
        />
      ))}
    </div>
  );
}
