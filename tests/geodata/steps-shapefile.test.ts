import { describe, expect, it } from 'vitest';
import { openLayerInputs, readLayers } from '#geodata/steps/read-layers';
import { FeatureFindings, type SourceFeature } from '#geodata/steps/source-feature';
import { sharedData, skipWithout } from '../support/shared-data.ts';

const P17 = sharedData('boundaries/P17-12_34/P17-12_34_FireStation.shp');
const LAYOUT = { expected: { ja: '消防署', en: 'fire stations' }, isLayout: () => true };

describe('a genuine Shapefile with neither .cpg nor .prj', () => {
  it('P17: 129 fire stations, CP932 detected, degrees taken as JGD2011', async (context) => {
    skipWithout(context, P17);
    const inputs = await openLayerInputs([P17]);
    const findings = new FeatureFindings();
    const features: SourceFeature[] = [];
    for await (const feature of readLayers(inputs.files, LAYOUT, {}, findings))
      features.push(feature);
    expect(features).toHaveLength(129);
    expect([...findings.encodings]).toEqual(['Shift_JIS (CP932)']);
    expect([...findings.crsLabels]).toEqual(['EPSG:6668']);
    expect(Object.values(features[0]?.properties ?? {})).toContain('広島市消防局');
    expect(features[0]?.geometry).toMatchObject({ type: 'Point' });
  });
});
