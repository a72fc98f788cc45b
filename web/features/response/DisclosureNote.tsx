import { useQuery } from '@tanstack/react-query';
import { disasterModesQuery, useMay } from '../../api/access.ts';
import { changeView } from '../../state/use-view.ts';
import { useResponseWords } from './use-response-words.ts';

/** That a response widens nobody's sight, whether that was done apart from it, and where it is done. */
export function DisclosureNote({ code }: { readonly code: string }) {
  const say = useResponseWords().disclosure;
  const may = useMay();
  const { data } = useQuery(disasterModesQuery(code));
  if (data === undefined) return null;
  const isOpen = data.modes.some((mode) => mode.isOpen);
  return (
    <p className="text-14">
      {isOpen ? say.open : say.none}{' '}
      {may('disaster-mode.open') ? (
        <button
          type="button"
          className="not-printed min-h-6 text-action underline underline-offset-4"
          onClick={() => changeView({ place: 'settings' })}
        >
          {say.toSettings}
        </button>
      ) : (
        !isOpen && say.byOfficer
      )}
    </p>
  );
}
