import { useQuery } from '@tanstack/react-query';
import { baseMapsQuery } from '../../api/base-maps.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeView, useView } from '../../state/use-view.ts';
import { MapBox } from '../../ui/MapBox.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';

/** Which base map lies under the zones: our own, files of the operator, or what is allowed outside. */
export default function BaseMapBox(props: {
  readonly hasOwn: boolean;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const say = words.mapTools.base;
  const chosen = useView((view) => view.baseMap);
  const offered = useQuery(baseMapsQuery());
  const choices = [
    ...(props.hasOwn ? [{ id: null, name: say.own, note: null }] : []),
    { id: 'none', name: say.none, note: null },
    ...(offered.data?.baseMaps ?? []).map(({ id, name, isOutside, credit }) => ({
      id,
      name: words.pick(name),
      note: isOutside ? say.outside : credit,
    })),
  ];
  const current = chosen ?? (props.hasOwn ? null : 'none');
  const unreadable = offered.data?.unreadable ?? [];
  return (
    <MapBox title={say.title} onClose={props.onClose}>
      <fieldset>
        <legend className="sr-only">{say.title}</legend>
        {choices.map(({ id, name, note }) => (
          <label key={id ?? 'own'} className="flex min-h-11 items-center gap-3">
            <input
              type="radio"
              name="base-map"
              className="size-5 shrink-0 accent-action"
              checked={current === id}
              onChange={() => changeView({ baseMap: id }, 'replace')}
            />
            <span className="min-w-0">
              {name}
              {note !== null && (
                <span className="block text-14 leading-snug text-ink-soft">{note}</span>
              )}
            </span>
          </label>
        ))}
      </fieldset>
      {offered.isPending && <SkeletonLines count={2} />}
      {offered.isError && (
        <p role="alert" className="text-14 text-error">
          {say.failed}{' '}
          <button
            type="button"
            className="min-h-9 text-action underline underline-offset-4"
            onClick={() => void offered.refetch()}
          >
            {say.retry}
          </button>
        </p>
      )}
      {offered.data?.baseMaps.length === 0 && (
        <p className="text-14 leading-normal text-ink-soft">{say.empty}</p>
      )}
      {unreadable.length > 0 && (
        <p className="text-14 leading-normal text-caution">
          {say.unreadable(unreadable.join(words.comma))}
        </p>
      )}
    </MapBox>
  );
}
