import { expect, test, vi } from 'vitest';

vi.mock('../../web/state/use-view.ts', () => ({ changeView: () => {}, currentView: () => ({}) }));
const { FIRST_RELAY_VIEW, formatRelayView, parseRelayView } = await import(
  '../../web/state/relay-view.ts'
);

const ID = '6f1c2f6e-6f0e-4a35-9a80-7a2f5f5b3d11';

test('what of relay sheets is looked at goes into the address and out again', () => {
  const view = {
    ...{ ...FIRST_RELAY_VIEW, tab: 'resources', box: 'all', states: ['received', 'in-hand'] },
    ...{
      urgencies: ['today'],
      district: '古原!地区',
      isOverdue: true,
      about: ID,
      sheet: ID,
      person: ID,
    },
    ...{ link: `resource,${ID}`, resource: 'new', categories: ['salon'], near: ID },
  } as const;
  expect(parseRelayView(formatRelayView(view))).toEqual(view);
  expect(formatRelayView(FIRST_RELAY_VIEW)).toBeNull();
  expect(parseRelayView(null)).toEqual(FIRST_RELAY_VIEW);
});

test('what is not understood is left out, names among it', () => {
  const view = parseRelayView('b.nowhere!p.架空 花子!i.x!c.<b>!l.plan,花子!d.%E3%81!q.7');
  expect(view).toEqual(FIRST_RELAY_VIEW);
});
