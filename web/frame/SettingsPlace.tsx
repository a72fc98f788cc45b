import { lazy, Suspense } from 'react';
import { useMay } from '../api/access.ts';
import { ConsentRuleSection } from '../features/access/ConsentRuleSection.tsx';
import { DisasterSection } from '../features/disaster/DisasterSection.tsx';
import { KeepPeopleSection } from '../features/settings/KeepPeopleSection.tsx';
import { MarginSection } from '../features/settings/MarginSection.tsx';
import { ZoneDataLimitSection } from '../features/settings/ZoneDataLimitSection.tsx';
import { WarningSection } from '../features/warning/WarningSection.tsx';
import { useWords } from '../i18n/use-words.ts';
import { SkeletonLines } from '../ui/Skeleton.tsx';
import type { PlaceProps } from './places.tsx';

const PlanSettingsSection = lazy(
  () => import('../features/plans/settings/PlanSettingsSection.tsx'),
);
const TravelProfilesSection = lazy(
  () => import('../features/travel-profiles/TravelProfilesSection.tsx'),
);
const OfficesSection = lazy(() => import('../features/relay-offices/OfficesSection.tsx'));
// For administrators and auditors alone.
const RetentionSection = lazy(() => import('../features/retention/RetentionSection.tsx'));

/** What holds for the whole municipality. */
export default function SettingsPlace({ municipality }: PlaceProps) {
  const words = useWords();
  const may = useMay();
  return (
    <div className="min-h-0 flex-1 overflow-y-auto bg-surface-soft">
      <div className="mx-auto flex max-w-4xl flex-col gap-6 p-6">
        <h2 className="text-24 font-bold">{words.settings.title}</h2>
        {may('warning.set') && (
          <WarningSection key={`warning ${municipality.code}`} code={municipality.code} />
        )}
        {may('disaster-mode.open') && (
          <DisasterSection key={`disaster ${municipality.code}`} code={municipality.code} />
        )}
        {may('consent.rule') && (
          <ConsentRuleSection key={`rule ${municipality.code}`} code={municipality.code} />
        )}
        {may('settings.change') && (
          <>
            <ZoneDataLimitSection key={`${municipality.code} limit`} municipality={municipality} />
            <MarginSection key={`margin ${municipality.code}`} municipality={municipality} />
          </>
        )}
        {may('settings.change') && (
          <Suspense fallback={<SkeletonLines count={6} />}>
            <OfficesSection key={`offices ${municipality.code}`} code={municipality.code} />
          </Suspense>
        )}
        {may('plans.settings') && (
          <Suspense fallback={<SkeletonLines count={6} />}>
            <PlanSettingsSection key={`plans ${municipality.code}`} code={municipality.code} />
          </Suspense>
        )}
        {may('routes.see') && (
          <Suspense fallback={<SkeletonLines count={8} />}>
            <TravelProfilesSection key={`travel ${municipality.code}`} code={municipality.code} />
          </Suspense>
        )}
        {may('retention.see') && (
          <Suspense fallback={<SkeletonLines count={6} />}>
            <RetentionSection key={`retention ${municipality.code}`} code={municipality.code} />
          </Suspense>
        )}
        {may('people.see') && <KeepPeopleSection />}
      </div>
    </div>
  );
}
