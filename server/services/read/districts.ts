import type { DistrictView } from '#contract/municipality';
import { type Actor, personRuleOf } from '../../db/actor.ts';
import { countedByDistrict, together } from './counted-figures.ts';
import type { MunicipalityVersions } from './data-versions.ts';
import { groupBy } from './group-by.ts';
import type { Readers } from './readers.ts';

const UNTOLD = { residents: null, insideRed: null, undetermined: null, tier1: null };

/** Districts with the people that the roster places in them by name: untold (null) of others than the actor's own. */
export async function listDistricts(
  readers: Readers,
  municipality: MunicipalityVersions,
  actor: Actor,
): Promise<DistrictView[]> {
  const districts = await readers.districts(municipality);
  const { rows } = await readers.residents(municipality, actor);
  const byDistrict = groupBy(rows, ({ district }) => district);
  const counted = countedByDistrict(
    await readers.counted(municipality, actor),
    districts.map(({ name }) => name),
  );
  const isTold = (name: string) =>
    personRuleOf(actor).reach !== 'nobody' && (actor.districts?.includes(name) ?? true);
  return districts.map(({ id, name, bbox }, place) => {
    const shape = {
      id,
      name,
      bbox: [bbox[0], bbox[1], bbox[2], bbox[3]],
    } satisfies Partial<DistrictView>;
    if (!isTold(name)) return { ...shape, ...UNTOLD };
    const also = counted[place];
    const people = byDistrict.get(name) ?? [];
    return {
      ...shape,
      residents: together(people.length, also?.residents ?? null),
      insideRed: together(
        people.filter(({ redRelation }) => redRelation === 'inside').length,
        also?.insideRed ?? null,
      ),
      undetermined: together(
        people.filter(({ redRelation }) => redRelation === 'undetermined').length,
        also?.undetermined ?? null,
      ),
      tier1: together(people.filter(({ tier }) => tier === 1).length, also?.tier1 ?? null),
    };
  });
}
