import { useQuery } from '@tanstack/react-query';
import type { BaseMapView } from '#contract/base-map';
import { baseMapsQuery } from '../api/base-maps.ts';
import { useView } from '../state/use-view.ts';

/** The base map of the address; the municipality's own (null) where that is no longer offered. */
export function useChosenBase(): BaseMapView | 'none' | null {
  const id = useView((view) => view.baseMap);
  const isAsked = id !== null && id !== 'none';
  const offered = useQuery({ ...baseMapsQuery(), enabled: isAsked });
  if (!isAsked) return id;
  return offered.data?.baseMaps.find((one) => one.id === id) ?? null;
}
