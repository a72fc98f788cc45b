import { expect, test } from 'vitest';
import { problemSchema } from '#contract/common';
import { criteriaComparisonSchema, criteriaListSchema } from '#contract/criteria';
import { jobSchema } from '#contract/dataset';
import {
  districtListSchema,
  municipalityListSchema,
  municipalitySchema,
  summarySchema,
} from '#contract/municipality';
import { residentDetailSchema, residentPageSchema } from '#contract/resident';
import { shelterDetailSchema, shelterListSchema, zoneDetailSchema } from '#contract/shelter';
import { CODE } from './support/city.ts';
import { describeApp } from './support/http-bench.ts';

describeApp('the municipality and its places over HTTP', (bench) => {
  test('municipalities with their extent', async () => {
    const response = await fetch(`${bench().url}/api/municipalities`);
    const { municipalities } = municipalityListSchema.parse(await response.json());
    expect(municipalities).toMatchObject([{ code: CODE, name: '架空市', hasBaseMap: false }]);
    const bbox = municipalities[0]?.bbox ?? [];
    expect(bbox.map((side) => side.toFixed(2))).toEqual(['132.31', '34.33', '132.40', '34.37']);
  });

  test('no such municipality', async () => {
    const response = await fetch(`${bench().url}/api/municipalities/00000/summary`);
    expect(response.status).toBe(404);
    const problem = problemSchema.parse(await response.json());
    expect(problem).toMatchObject({
      code: 'municipality.unknown',
      title: '自治体が登録されていません',
      messages: { en: 'There is no such municipality' },
    });
  });

  test('figures and the dates that they rest on', async () => {
    const summary = await bench().read(summarySchema, '/summary');
    expect(summary).toMatchObject({
      residents: 7,
      insideRed: 1,
      undetermined: 2,
      withoutPlan: 7,
      shelters: 4,
      sheltersInZone: 2,
      zones: { red: 1, yellow: 1, beforeDesignation: 1, redNotSurveyed: 0 },
      zoneDataAsOf: [null],
      assessmentStale: false,
    });
    expect(summary.byTier.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(7);
    expect(summary.byTier[0]).toMatchObject({ tier: 1, count: 1 });
  });

  test('districts with the people in them', async () => {
    const { districts } = await bench().read(districtListSchema, '/districts');
    const figures = districts.map(({ name, residents, insideRed, undetermined, tier1 }) => [
      name,
      residents,
      insideRed,
      undetermined,
      tier1,
    ]);
    expect(figures.sort()).toEqual([
      ['山手', 6, 1, 2, 1],
      ['浜手', 1, 0, 0, 0],
    ]);
  });

  test('shelters: inside a zone, outside the boundary, lists that disagree', async () => {
    const { shelters } = await bench().read(shelterListSchema, '/shelters');
    const byName = new Map(shelters.map((one) => [`${one.kind} ${one.name}`, one]));
    const school = byName.get('emergency-site 山手小学校');
    expect(school).toMatchObject({
      redRelation: 'inside',
      designatedForLandslide: false,
      outsideBoundary: false,
    });
    expect(school?.conflictMeters).toBeCloseTo(55, 0);
    expect(byName.get('emergency-site 浜手公園')).toMatchObject({
      relation: 'outside',
      designatedForLandslide: true,
      conflictMeters: null,
    });
    expect(byName.get('emergency-site 沖の島')?.outsideBoundary).toBe(true);
    expect(byName.get('shelter 山手 小学校')?.designatedForLandslide).toBeNull();
  });

  test('one shelter with its judgement and the record that disagrees', async () => {
    const { shelters } = await bench().read(shelterListSchema, '/shelters');
    const school = shelters.find(({ name }) => name === '山手小学校');
    const detail = await bench().read(shelterDetailSchema, `/shelters/${school?.id}`);
    expect(detail.hazard.sentence.ja).toBe('土石流の特別警戒区域内、境界から40メートル内側');
    expect(detail.designatedHazards).toEqual(['flood', 'earthquake']);
    expect(detail.conflicts).toMatchObject([{ kind: 'shelter' }]);
    const missing = await bench().ask('/shelters/none');
    expect(problemSchema.parse(await missing.json()).code).toBe('shelter.unknown');
  });

  test('one zone with the people inside', async () => {
    const { rows } = await bench().read(residentPageSchema, '/residents?red=inside');
    const person = await bench().read(residentDetailSchema, `/residents/${rows[0]?.id}`);
    const red = person.hazard.zones[0];
    const zone = await bench().read(zoneDetailSchema, `/zones/${red?.zoneId}`);
    expect(zone).toMatchObject({
      zoneClass: 'red',
      phenomenon: 'debris-flow',
      zoneName: '区域R1',
      noticeDate: '2020-01-02',
      residentsInside: 1,
    });
    expect((await bench().ask('/zones/none')).status).toBe(404);
  });

  test('criteria and what another one would change', async () => {
    const { activeId, criteria } = await bench().read(criteriaListSchema, '/criteria');
    expect(activeId).toBe('red-zone-policy');
    expect(criteria.map(({ id }) => id)).toEqual([
      'red-zone-policy',
      'national-guideline-2021',
      'model-city-2025',
    ]);
    const compared = await bench().read(
      criteriaComparisonSchema,
      '/criteria/compare?from=red-zone-policy&to=model-city-2025',
    );
    expect(compared.residents).toBe(7);
    expect(compared.moves.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(7);
    const unknown = await bench().ask('/criteria/compare?from=red-zone-policy&to=none');
    expect(problemSchema.parse(await unknown.json()).code).toBe('criteria.unknown');
    expect((await bench().ask('/criteria/compare?from=red-zone-policy')).status).toBe(400);
  });

  test('a wider margin is checked anew in a job; a stale version is refused', async () => {
    const patch = (body: object) =>
      bench().ask('', {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    const { version } = await bench().read(municipalitySchema, '');
    const changed = await patch({ version, marginMeters: 40 });
    expect(changed.status).toBe(200);
    const answer = municipalitySchema.extend({ job: jobSchema });
    const { job, settings } = answer.parse(await changed.json());
    expect(settings).toEqual({
      marginMeters: 40,
      criteriaId: 'red-zone-policy',
      zoneDataLimitYears: 5,
    });
    expect(job).toMatchObject({ kind: 'assess', state: 'running' });
    expect(await bench().context.jobs.ended(job.id)).toMatchObject({ state: 'succeeded' });
    // 25 m from the red zone: within 10 m of accuracy and 40 m of margin.
    const { rows } = await bench().read(residentPageSchema, '/residents?red=near');
    expect(rows.map(({ rosterNumber }) => rosterNumber)).toEqual(['002']);

    const stale = await patch({ version, marginMeters: 20 });
    expect(stale.status).toBe(409);
    expect(problemSchema.parse(await stale.json()).code).toBe('municipality.stale');
    expect((await patch({ version: version + 1, marginMeters: -1 })).status).toBe(400);
    expect((await patch({ version: version + 1, criteriaId: 'none' })).status).toBe(404);
  });
});
