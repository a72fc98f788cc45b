import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { municipalitiesQuery } from '../../api/queries.ts';
import { canDrawMap } from '../../map/can-draw-map.ts';
import type { DrawnFeatures } from '../../map/style.ts';
import { usePreferences } from '../../state/preferences.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { boundsOf } from './figure-features.ts';

const FigureMap = lazy(() => import('../../map/FigureMap.tsx'));

/** A few shapes on a map of their own, where one can be drawn; the words beside it say the same. */
export function Figure(props: {
  readonly code: string;
  readonly label: string;
  readonly features: DrawnFeatures;
}) {
  const { theme } = usePreferences();
  const municipalities = useQuery(municipalitiesQuery());
  const found = municipalities.data?.municipalities.find(({ code }) => code === props.code);
  if (!canDrawMap()) return null;
  return (
    <Suspense fallback={<Skeleton className="h-72" />}>
      <FigureMap
        label={props.label}
        municipalityCode={props.code}
        hasBaseMap={found?.hasBaseMap ?? false}
        isDark={theme === 'dark'}
        bounds={boundsOf(props.features)}
        features={props.features}
      />
    </Suspense>
  );
}
