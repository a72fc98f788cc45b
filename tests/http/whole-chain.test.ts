import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { problemSchema } from '#contract/common';
import { residentPageSchema } from '#contract/resident';
import { shelterListSchema } from '#contract/shelter';
import { type WholeChain, type WholeChainQuestion, wholeChainSchema } from '#contract/whole-chain';
import { at } from './support/city.ts';
import { describeApp } from './support/http-bench.ts';
import { openAs } from './support/open-as.ts';
import { importInto, PLACES, ROADS } from './support/town-roads.ts';

describeApp('the whole-chain check over HTTP', (bench) => {
  let ids: ReadonlyMap<string, string>;
  let park = '';
  let sea = '';
  const post = (id: string, body: object) =>
    bench().ask(`/residents/${id}/whole-chain`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const idOf = (number: string) => ids.get(number) ?? '';
  const check = async (number: string, question: WholeChainQuestion = {}) => {
    const response = await post(idOf(number), question);
    expect(response.status, await response.clone().text()).toBe(200);
    return wholeChainSchema.parse(await response.json());
  };
  const problemOf = async (id: string, question: object) => {
    const response = await post(id, question);
    const { code } = problemSchema.parse(await response.json());
    return [response.status, code];
  };
  /** The supporter of 001 lives there, known so well. */
  const placeSupporter = ([lng, lat]: readonly [number, number], accuracy = 'building') =>
    bench().context.database.query(
      `UPDATE supporter SET position = ST_SetSRID(ST_MakePoint($1, $2), 4326), accuracy = $3,
         radius_meters = CASE WHEN $3 = 'town' THEN 500 ELSE 10 END`,
      [lng, lat, accuracy],
    );
  const codes = ({ findings }: WholeChain) => findings.map(({ code }) => code);
  const wayOf = ({ ways }: WholeChain, kind: string) => ways.find((way) => way.kind === kind);

  beforeAll(async () => {
    const { rows } = await bench().read(residentPageSchema, '/residents?limit=200');
    ids = new Map(rows.map(({ rosterNumber, id }) => [rosterNumber, id]));
    const { shelters } = await bench().read(shelterListSchema, '/shelters');
    const named = (name: string) => shelters.find((one) => one.name === name)?.id ?? '';
    [park, sea] = [named('浜手公園'), named('沖の島')];
  });

  test('a town without roads says so, and who is not there is not found', async () => {
    expect(await problemOf(idOf('001'), {})).toEqual([422, 'route.no-roads']);
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(await problemOf(nobody, {})).toEqual([404, 'resident.unknown']);
  });

  describe('with roads', () => {
    beforeAll(() => importInto(bench()));
    beforeEach(() => placeSupporter(PLACES.west));

    test('home in red, the supporter’s way through it, and the destination, worst first', async () => {
      const chain = await check('001', { shelterId: park });
      // 要介護5 is taken for lying in bed: said with the fact, and never asked twice.
      expect(chain.profile).toEqual({
        id: 'stretcher',
        because: { ja: '要介護5', en: 'Care 5' },
      });
      expect(chain.places.map(({ key, redRelation }) => [key, redRelation])).toEqual([
        ['home', 'inside'],
        ['supporter-0', 'outside'],
        ['destination', 'outside'],
      ]);
      const [home, supporter] = chain.places;
      const red = home?.nearest.find(({ zoneClass }) => zoneClass === 'red');
      expect(red?.signedDistanceMeters).toBeCloseTo(-12, 0);
      // Outside of every zone, and how far from them.
      expect(supporter?.sentence.ja).toMatch(/^区域外\(区域データ/);
      const near = supporter?.nearest.map((zone) => [zone.zoneClass, zone.relation]);
      expect(near).toEqual([
        ['yellow', 'outside'],
        ['red', 'outside'],
      ]);
      expect(supporter?.nearest[0]?.signedDistanceMeters).toBeCloseTo(300, -1);

      expect(chain.supporters).toMatchObject([{ name: '見本 次郎', better: 'at-home' }]);
      const toHome = wayOf(chain, 'to-home');
      expect(toHome).toMatchObject({ supporter: 0, profile: 'walking-elderly', isUsed: true });
      // Round by 北通り and in from the east, where 12 m of red lie and not 88.
      expect(toHome?.route?.roadIds).toContain(ROADS.roundTheZone);
      expect(toHome?.route?.exposure.byPhenomenon.red['debris-flow']).toBeCloseTo(12, 0);
      const direct = wayOf(chain, 'direct');
      expect(direct?.route?.narrowest?.leastMeters).toBe(4.5);
      expect(direct?.label.ja).toBe('自宅から避難先「浜手公園」まで');
      const toSupporter = wayOf(chain, 'to-supporter');
      expect(toSupporter).toMatchObject({ isUsed: false, route: null });
      expect(toSupporter?.problem?.code).toBe('chain.cannot-go-alone');

      expect(chain.findings[0]).toMatchObject({ gravity: 'danger', code: 'place-in-red' });
      expect(chain.findings[0]?.ja).toMatch(/^自宅:土石流の特別警戒区域内、境界から12メートル内側/);
      const inRed = chain.findings.filter(({ code }) => code === 'way-in-red');
      expect(inRed.map(({ way }) => way?.kind)).toEqual(
        expect.arrayContaining(['direct', 'to-home']),
      );
      expect(codes(chain)).toContain('far-on-foot');
      expect(JSON.stringify(chain)).not.toMatch(/安全|\bsafe/);
      expect(chain.data).toMatchObject({
        roads: [{ source: 'osm' }],
        zones: [null],
        isCurrent: true,
      });
      expect(chain.data).toHaveProperty('roster');
    });

    test('without a destination takes the best one for the home, and says that it did', async () => {
      const chain = await check('004', { profile: 'walking-elderly' });
      expect(chain.destination).toMatchObject({ name: '浜手公園', isBest: true });
      expect(chain.profile.because).toBeNull();
      // Of whom the file names no supporter it is not known, which is not "nobody".
      expect(chain.supporters).toBeNull();
      expect(chain.supportersHidden).toBeNull();
      expect(codes(chain)).toContain('supporters-not-known');
      const chosen = await check('004', { profile: 'walking-elderly', shelterId: park });
      expect(chosen.destination).toMatchObject({ name: '浜手公園', isBest: false });
    });

    test('a destination that no road leads to, and closures, are told as no way', async () => {
      const far = await check('001', { shelterId: sea });
      expect(wayOf(far, 'direct')?.problem?.code).toBe('route.far-from-roads');
      expect(far.findings[0]).toMatchObject({ code: 'no-way', gravity: 'danger' });
      expect(codes(far)).toContain('no-meeting');
      const closedRoads = [ROADS.toTheEastSide, 'way/99/0'];
      const cut = await check('001', { shelterId: park, closedRoads });
      expect(wayOf(cut, 'direct')?.problem?.code).toBe('route.unreachable');
      expect(cut.closed).toEqual({ roads: 1, unknownIds: ['way/99/0'] });
      const open = await check('001', { shelterId: park });
      expect(wayOf(open, 'direct')?.route).not.toBeNull();
    });

    test('a supporter on the way is met there, as the data say, with what that saves', async () => {
      await placeSupporter(at(500, 0));
      const chain = await check('001', { shelterId: park, profile: 'walking-impaired' });
      const [supporter] = chain.supporters ?? [];
      expect(supporter?.better).toBe('at-supporter');
      expect(supporter?.atHome?.redMeters).toBeGreaterThan(supporter?.atSupporter?.redMeters ?? 99);
      expect(wayOf(chain, 'to-supporter')?.isUsed).toBe(true);
      expect(chain.findings.find(({ code }) => code === 'better-at-supporter')?.ja).toMatch(
        /特別警戒区域を通る長さが24メートルから12メートルに減ります/,
      );
    });

    test('what is not known is undetermined, never outside', async () => {
      await placeSupporter(at(300, 0), 'town');
      const chain = await check('001', { shelterId: park });
      const rough = chain.findings.filter(({ place }) => place === 'supporter-0');
      expect(rough.map(({ gravity, code }) => [gravity, code])).toEqual([
        ['undetermined', 'place-undetermined'],
        ['unknown', 'place-rough'],
      ]);
      const homeless = await check('006', { profile: 'walking-elderly' });
      expect(homeless.places[0]).toMatchObject({ position: null, relation: 'undetermined' });
      expect(wayOf(homeless, 'direct')?.problem?.code).toBe('chain.home-not-placed');
      expect(codes(homeless)).toEqual(expect.arrayContaining(['no-way', 'place-undetermined']));
    });

    test('asks how somebody moves of whom the roster does not say', async () => {
      expect(await problemOf(idOf('004'), {})).toEqual([422, 'chain.profile-needed']);
      const wrong = { profile: 'horse' };
      expect(await problemOf(idOf('004'), wrong)).toEqual([422, 'route.profile-unknown']);
      expect(await problemOf(idOf('001'), { shelterId: 'none' })).toEqual([404, 'shelter.unknown']);
    });

    test('who was looked at is written down', async () => {
      const lines = () =>
        bench().context.database.query<{ count: number }>(
          `SELECT count(*)::integer AS count FROM audit_entry WHERE action = 'people.whole-chain'`,
        );
      const [before] = await lines();
      await check('001');
      const [after] = await lines();
      expect(after?.count).toBe((before?.count ?? 0) + 1);
    });

    test('who may not check routes is refused, and nobody is shown whom the actor does not see', async () => {
      const path = `/residents/${idOf('001')}/whole-chain`;
      for (const role of ['supporter', 'administrator', 'auditor'] as const)
        expect((await (await openAs(bench().context, role))(path, {})).status).toBe(403);
      // Nobody of this town has consented.
      const ask = await openAs(bench().context, 'fire-department');
      expect((await ask(path, {})).status).toBe(404);
    });

    test('supporters whom a role may not see are told as hidden, not as missing from the roster', async () => {
      const asFire = await openAs(bench().context, 'fire-department');
      // The file names a supporter of 001, and of 004 none: neither is told.
      for (const number of ['001', '004']) {
        const agreed = {
          ...{ state: 'agreed', decidedOn: '2026-11-01', explainedBy: '架空', onPaper: true },
          ...{ shelterIds: [], version: 0 },
        };
        const saved = await bench().ask(`/residents/${idOf(number)}/consents/roster`, {
          method: 'PUT',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(agreed),
        });
        expect(saved.status, await saved.text()).toBe(200);
        const question = { profile: 'walking-elderly', shelterId: park };
        const response = await asFire(`/residents/${idOf(number)}/whole-chain`, question);
        const chain = wholeChainSchema.parse(await response.json());
        expect(chain).toMatchObject({ supporters: null, supportersHidden: 'no-consent' });
        expect(codes(chain)).toContain('supporters-hidden');
        expect(codes(chain)).not.toContain('supporters-not-known');
        expect(JSON.stringify(chain)).not.toContain('見本 次郎');
      }
    });
  });
});
