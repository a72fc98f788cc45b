import { type ReactNode, Suspense, useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { setTool, useTool } from '../../state/tool.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';

export type MapBoxName = 'base' | 'grid' | 'export';

/** Tools of the map in a column, with the arrow to the north; one box at a time is open. */
export function MapToolbar(props: {
  readonly boxes: Readonly<Record<MapBoxName, (close: () => void) => ReactNode>>;
}) {
  const words = useWords();
  const say = words.mapTools;
  const tool = useTool();
  const [open, setOpen] = useState<MapBoxName | null>(null);
  const isMeasuring = tool === 'measure';
  const close = () => setOpen(null);
  const toggle = (name: MapBoxName) => {
    setTool(null);
    setOpen(open === name ? null : name);
  };
  const shown = tool === null ? open : null;
  return (
    <>
      <div
        role="toolbar"
        aria-label={say.toolbar}
        aria-orientation="vertical"
        className="map-toolbar absolute right-3 bottom-28 flex flex-col overflow-hidden rounded-8 border border-line-strong bg-surface"
      >
        <NorthArrow label={say.north} />
        <ToolButton
          icon="ruler"
          label={say.measure.title}
          isOn={isMeasuring}
          onPress={() => {
            close();
            setTool(isMeasuring ? null : 'measure');
          }}
        />
        <ToolButton
          icon="map"
          label={say.base.title}
          isOn={shown === 'base'}
          onPress={() => toggle('base')}
        />
        <ToolButton
          icon="grid"
          label={say.grid.title}
          isOn={shown === 'grid'}
          onPress={() => toggle('grid')}
        />
        <ToolButton
          icon="picture"
          label={say.export.title}
          isOn={shown === 'export'}
          onPress={() => toggle('export')}
        />
      </div>
      {shown !== null && <Suspense fallback={null}>{props.boxes[shown](close)}</Suspense>}
    </>
  );
}

/** The map is never turned: north is where the arrow points. */
function NorthArrow({ label }: { readonly label: string }) {
  return (
    <svg viewBox="0 0 44 40" className="h-10 w-11" role="img" aria-label={label}>
      <path d="M22 3 28 18H16Z" className="fill-ink" />
      <text x="22" y="34" textAnchor="middle" className="fill-ink text-[14px] font-bold">
        N
      </text>
    </svg>
  );
}

function ToolButton(props: {
  readonly icon: IconName;
  readonly label: string;
  readonly isOn: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      aria-label={props.label}
      aria-pressed={props.isOn}
      title={props.label}
      className="focus-inset inline-flex size-11 items-center justify-center border-t border-line hover:bg-surface-soft aria-pressed:bg-action aria-pressed:text-on-action"
      onClick={props.onPress}
    >
      <Icon name={props.icon} />
    </button>
  );
}
