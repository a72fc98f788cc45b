import { useEffect, useRef } from 'react';
import type { WholeChain } from '#contract/whole-chain';
import { bboxOf } from '#domain/geo/bbox';
import { askToLookAt } from '../../../state/look-at.ts';
import { isLookFromAddress } from '../../../state/use-view.ts';

/** Brings the places of a chain into sight, once for each; who comes with an address that says where to look is left there. */
export function useLookAtChain(chain: WholeChain | undefined): void {
  const hasLook = useRef(isLookFromAddress());
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (chain === undefined) return;
    const positions = chain.places.flatMap(({ position }) => (position === null ? [] : [position]));
    const key = JSON.stringify(positions);
    if (positions.length === 0 || key === seen.current) return;
    const isFirst = seen.current === null;
    seen.current = key;
    if (isFirst && hasLook.current) return;
    const lines = chain.ways.flatMap(({ isUsed, route }) => (isUsed ? (route?.line ?? []) : []));
    askToLookAt(bboxOf([...positions, ...lines]));
  }, [chain]);
}
