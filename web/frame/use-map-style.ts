import { useQuery } from '@tanstack/react-query';
import type { StyleSpecification } from 'maplibre-gl';
import { useMemo } from 'react';
import type { MunicipalityView, TileVersions } from '#contract/municipality';
import { useMay } from '../api/access.ts';
import { summaryQuery } from '../api/queries.ts';
import { judgementFeatures } from '../map/judgement-features.ts';
import { buildStyle, type StyleInput } from '../map/style.ts';
import { usePreferences } from '../state/preferences.ts';
import { useView } from '../state/use-view.ts';
import { useChosenBase } from './use-chosen-base.ts';
import { useFilteredResidents } from './use-filtered-residents.ts';
import type { SelectedPlace } from './use-selected-place.ts';

export interface MapStyle {
  readonly style: StyleSpecification;
  /** What the style was made from; a sheet is drawn from it in the colours of the day. */
  readonly input: StyleInput;
  /** True where a filter is set that the map cannot follow, because too many people pass it. */
  readonly showsEveryone: boolean;
}

const NOT_KNOWN_YET: TileVersions = {
  zones: '',
  districts: '',
  shelters: '',
  residents: '',
  roads: '',
};

/** The map's style as it follows from the view, the data and the theme. */
export function useMapStyle(municipality: MunicipalityView, place: SelectedPlace | null): MapStyle {
  const { theme } = usePreferences();
  const hiddenLayers = useView((view) => view.hiddenLayers);
  const sheltersOnTop = useView((view) => view.place === 'shelters');
  const selection = useView((view) => view.selection);
  const may = useMay();
  const summary = useQuery({ ...summaryQuery(municipality.code), enabled: may('places') });
  const filtered = useFilteredResidents(municipality.code);
  const tileVersions = summary.data?.tileVersions ?? NOT_KNOWN_YET;
  const chosenBase = useChosenBase();
  const judgement = useMemo(() => judgementFeatures(place), [place]);
  const input = useMemo(
    (): StyleInput => ({
      municipalityCode: municipality.code,
      hasBaseMap: municipality.hasBaseMap,
      chosenBase,
      isDark: theme === 'dark',
      hiddenLayers,
      selection,
      tracedZoneId: place?.tracedZoneId ?? null,
      sheltersOnTop,
      filteredResidents: filtered.features,
      judgement,
      tileVersions,
      origin: location.origin,
    }),
    [
      municipality,
      theme,
      hiddenLayers,
      selection,
      place?.tracedZoneId,
      chosenBase,
      sheltersOnTop,
      filtered.features,
      judgement,
      tileVersions,
    ],
  );
  const style = useMemo(() => buildStyle(input), [input]);
  return { style, input, showsEveryone: filtered.isTooMany };
}
