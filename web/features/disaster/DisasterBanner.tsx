import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { disasterModesQuery } from '../../api/access.ts';
import { isOfAudit } from '../../api/is-of-audit.ts';
import { SidePart } from '../../ui/SidePart.tsx';

const loadBand = () => import('./DisasterBand.tsx');

/** On every screen while disaster mode is open: where, until when, by what law. */
export function DisasterBanner({ code }: { readonly code: string }) {
  const queryClient = useQueryClient();
  const { data } = useQuery(disasterModesQuery(code));
  const open = data?.modes.filter(({ isOpen }) => isOpen);
  const token = open?.map(({ id }) => id).join();
  const before = useRef(token);
  useEffect(() => {
    const was = before.current;
    before.current = token;
    // Other people are seen from now on: lists and map are asked for anew.
    if (was !== undefined && token !== undefined && was !== token)
      void queryClient.invalidateQueries({
        queryKey: [code],
        predicate: ({ queryKey }) => !isOfAudit(queryKey),
      });
  }, [token, code, queryClient]);
  return (
    <div role="status">
      {open?.map((mode) => (
        <SidePart key={mode.id} load={loadBand} given={{ mode }} />
      ))}
    </div>
  );
}
