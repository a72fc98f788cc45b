import { changesQuerySchema, changesSchema } from '#contract/changes';
import { hazardJudgementSchema } from '#contract/resident';
import { placeToJudgeSchema, searchRequestSchema, searchResultsSchema } from '#contract/search';
import { readChanges } from '../../services/read/changes.ts';
import { judgePlace } from '../../services/read/judge-place.ts';
import { RESIDENT_TOPICS } from '../../services/read/readers.ts';
import { type Endpoint, municipalEndpoint, ok } from '../endpoint.ts';

const idOf = ({ id }: { readonly id: string }) => id;

export const searchEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'post',
    path: '/api/municipalities/:code/search',
    access: 'places',
    tag: 'municipality',
    summary: {
      ja: '人・住所・避難所・消防署所・区域・地区の検索(検索の言葉は本文で送り、記録に残らない)',
      en: 'Search over people, addresses, shelters, fire stations, zones and districts; the text is in the body and is not logged',
    },
    body: searchRequestSchema,
    response: searchResultsSchema,
    personal: true,
    audit: 'people.search',
    async handle({ context, municipality, actor, body: { text } }) {
      const found = searchResultsSchema.parse(await context.search(municipality, actor, text));
      return ok(found, found.people.items.map(idOf));
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: '/api/municipalities/:code/judge-place',
    access: 'places',
    tag: 'zones',
    summary: {
      ja: '地点の判定(区域内・近く・区域外・判定できません)。何も保存しない',
      en: 'Judge a place against the zones in force; nothing is kept',
    },
    body: placeToJudgeSchema,
    response: hazardJudgementSchema,
    personal: true,
    async handle({ context, municipality, body }) {
      const { database, readers, clock } = context;
      return ok(await judgePlace(database, readers, municipality, body, clock()));
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/changes',
    access: 'people.see',
    tag: 'municipality',
    summary: {
      ja: 'ある時点からの変化(新しく区域内・判定できなくなった人、動かした位置、取り込み)',
      en: 'What changed since a moment: judgements, positions set by hand, imports',
    },
    query: changesQuerySchema,
    response: changesSchema,
    personal: true,
    audit: 'people.changes',
    dependsOn: [...RESIDENT_TOPICS, 'shelters', 'gazetteer', 'roster'],
    async handle({ context, municipality, actor, query: { since } }) {
      const { database, readers } = context;
      const changes = await readChanges(database, readers, municipality, actor, new Date(since));
      const { newlyInside, noLongerInside, newlyUndetermined, moved } = changes;
      const groups = [newlyInside, noLongerInside, newlyUndetermined, moved];
      const people = groups.flatMap((group) => group.people.map(idOf));
      return ok(changesSchema.parse(changes), people);
    },
  }),
];
