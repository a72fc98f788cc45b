import { useMutation } from '@tanstack/react-query';
import { type DepartureFilters, fetchDeparturesCsv } from '../../../api/plan-proposals.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { orderPrint } from '../../../state/print-order.ts';
import { changeView } from '../../../state/use-view.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { useDepartureWords } from './use-departure-words.ts';

/** The list as a file, and on paper as it stands. */
export function DepartureActions(props: {
  readonly code: string;
  readonly filters: DepartureFilters;
}) {
  const { language } = useWords();
  const say = useDepartureWords();
  const take = useMutation({
    mutationFn: async () =>
      saveFile(await fetchDeparturesCsv(props.code, props.filters, language), 'departures.csv'),
  });
  const print = () => {
    // Else the panel of the one who is selected would be printed.
    changeView({ selection: null });
    orderPrint();
  };
  return (
    <div className="not-printed flex flex-wrap items-center gap-2">
      <Button onPress={print}>
        <Icon name="print" />
        {say.print}
      </Button>
      <Button isDisabled={take.isPending} onPress={() => take.mutate()}>
        <Icon name="download" />
        {say.csv}
      </Button>
      <Refusal error={take.error} />
    </div>
  );
}
