import { useQuery } from '@tanstack/react-query';
import { useMap } from '@vis.gl/react-maplibre';
import { useState } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import { useCredits } from '../../api/credits.ts';
import { summaryQuery } from '../../api/queries.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { StyleInput } from '../../map/style.ts';
import { Button } from '../../ui/Button.tsx';
import { MapBox } from '../../ui/MapBox.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { SCALES } from './map-scale.ts';
import { type Orientation, PAPERS, type Paper, sheetLayout } from './sheet-layout.ts';

type Format = 'pdf' | 'png';
type State =
  | { readonly kind: 'idle' | 'making' | 'failed' }
  | { readonly kind: 'done'; readonly name: string };

interface ExportBoxProps {
  readonly municipality: MunicipalityView;
  readonly styleInput: StyleInput;
  readonly onClose: () => void;
}

/** The map as a sheet to print or to send: made in the browser, nothing leaves it. */
export default function ExportBox({ municipality, styleInput, onClose }: ExportBoxProps) {
  const words = useWords();
  const say = words.mapTools.export;
  const [title, setTitle] = useState(() => say.defaultName(municipality.name));
  const [format, setFormat] = useState<Format>('pdf');
  const [page, setPage] = useState<`${Paper}-${Orientation}`>('a4-landscape');
  const [scale, setScale] = useState<number | null>(null);
  const { state, make } = useExport(municipality, styleInput);
  const [paper, orientation] = page.split('-') as [Paper, Orientation];
  const orientations = ['landscape', 'portrait'] as const;
  return (
    <MapBox title={say.title} onClose={onClose}>
      <form
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void make({ title, format, paper, orientation, scale });
        }}
      >
        <label className="flex flex-col text-14">
          {say.name}
          <input
            className={FIELD}
            value={title}
            maxLength={60}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <div className="grid grid-cols-2 gap-2">
          <Choice
            label={say.format}
            value={format}
            choices={(['pdf', 'png'] as const).map((one) => [one, say[one]])}
            onChange={(value) => setFormat(value === 'png' ? 'png' : 'pdf')}
          />
          <Choice
            label={say.paper}
            value={page}
            choices={PAPERS.flatMap((size) =>
              orientations.map((way): [string, string] => [
                `${size}-${way}`,
                `${size.toUpperCase()} ${say[way]}`,
              ]),
            )}
            onChange={(value) => setPage(value as `${Paper}-${Orientation}`)}
          />
        </div>
        <Choice
          label={say.scale}
          value={String(scale ?? '')}
          choices={[
            ['', say.asSeen],
            ...SCALES.map((one): [string, string] => [String(one), `1:${formatNumber(one)}`]),
          ]}
          onChange={(value) => setScale(value === '' ? null : Number(value))}
        />
        {!styleInput.hiddenLayers.includes('residents') && (
          <p className="text-14 leading-normal text-caution">{say.personal}</p>
        )}
        <Button type="submit" variant="primary" isDisabled={state.kind === 'making'}>
          {state.kind === 'making' ? say.making : say.make}
        </Button>
        <p role="status" className="text-14">
          {state.kind === 'done' ? say.done(state.name) : ''}
        </p>
        {state.kind === 'failed' && (
          <p role="alert" className="text-14 text-error">
            {say.failed}
          </p>
        )}
      </form>
    </MapBox>
  );
}

const FIELD = 'min-h-11 w-full rounded-8 border border-line-strong bg-surface px-3 text-16';

function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <label className="flex min-w-0 flex-col text-14">
      {props.label}
      <select
        className={FIELD}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      >
        {props.choices.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

interface Wish {
  readonly title: string;
  readonly format: Format;
  readonly paper: Paper;
  readonly orientation: Orientation;
  readonly scale: number | null;
}

function useExport(municipality: MunicipalityView, styleInput: StyleInput) {
  const words = useWords();
  const { current: map } = useMap();
  const summary = useQuery(summaryQuery(municipality.code));
  const credits = useCredits(municipality);
  const [state, setState] = useState<State>({ kind: 'idle' });
  const make = async (wish: Wish) => {
    if (map === undefined) return;
    setState({ kind: 'making' });
    try {
      const layout = sheetLayout(wish.paper, wish.orientation);
      const { makeSheet } = await import('./make-sheet.ts');
      const { pdfOf, pngOf } = await import('./sheet-file.ts');
      const { lng, lat } = map.getCenter();
      const { clientWidth, clientHeight } = map.getContainer();
      const today = localToday();
      const sheet = await makeSheet(
        {
          title: wish.title,
          layout,
          scale: wish.scale,
          view: {
            center: [lng, lat],
            zoom: map.getZoom(),
            widthPixels: clientWidth,
            heightPixels: clientHeight,
          },
          styleInput,
          today,
          zoneDataAsOf: summary.data?.zoneDataAsOf ?? [],
          credits,
        },
        words,
      );
      const about = { title: wish.title, language: words.language };
      const file = wish.format === 'pdf' ? await pdfOf(sheet, layout, about) : await pngOf(sheet);
      const name = `michishirube-${municipality.code}-${today}.${wish.format}`;
      saveFile(file, name);
      setState({ kind: 'done', name });
    } catch {
      setState({ kind: 'failed' });
    }
  };
  return { state, make };
}

/** Today on this computer's calendar, YYYY-MM-DD. */
function localToday(): string {
  const now = new Date();
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
