import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { DrillView } from '#contract/drill';
import { fetchDrillFile } from '../../../api/drill-routes.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { useDrillRoutesWords } from './use-drill-routes-words.ts';

/** Ways for navigation devices and maps, cards for each vehicle and person, and the forms of the manual. */
export function Files(props: {
  readonly code: string;
  readonly view: DrillView;
  readonly policy: string | null;
}) {
  const { code, view, policy } = props;
  const words = useWords();
  const say = useDrillRoutesWords().files;
  const [isFilled, setFilled] = useState(true);
  const fetchFile = useMutation({
    mutationFn: async ({ path, name }: { readonly path: string; readonly name: string }) =>
      saveFile(await fetchDrillFile(code, view.id, path, words.language), name),
  });
  const query = policy === null ? '' : `?policy=${encodeURIComponent(policy)}`;
  const day = view.date;
  const files: [label: string, path: string, name: string][] = [
    [say.gpx, `/routes.gpx${query}`, `drill-${day}.gpx`],
    [say.geojson, `/routes.geojson${query}`, `drill-${day}.geojson`],
    [say.cards, `/route-cards.pdf${query}`, `drill-${day}-cards.pdf`],
  ];
  const forms = view.content.manual.forms.map(({ id, title }): (typeof files)[number] => [
    say.form(words.pick(title)),
    `/forms/${id}.pdf${isFilled ? '?filled=true' : ''}`,
    `drill-${day}-${id}.pdf`,
  ]);
  const buttons = (all: typeof files) =>
    all.map(([label, path, name]) => (
      <Button
        key={path}
        isDisabled={fetchFile.isPending}
        onPress={() => fetchFile.mutate({ path, name })}
      >
        <Icon name="download" />
        {label}
      </Button>
    ));
  return (
    <PanelSection title={say.title}>
      <div className="flex flex-wrap gap-2">{buttons(files)}</div>
      <Checkbox label={say.filled} isChecked={isFilled} onChange={setFilled} />
      <div className="flex flex-wrap gap-2">{buttons(forms)}</div>
      <Refusal error={fetchFile.error} />
    </PanelSection>
  );
}
