import { expect, it } from 'vitest';
import { planAddress, planIdIn } from '../../../server/domain/plan/paper-address.ts';
import { qrOfPlan } from '../../../server/output/paper/qr.ts';

const ID = '0b7f3a52-6a0e-4d26-9c1f-2f6f0e3a9d11';

it('reads the id back out of what it printed, and nothing else', () => {
  for (const origin of [null, 'https://michi.city.example', 'http://127.0.0.1:3000'])
    expect(planIdIn(planAddress(origin, '99201', ID))).toBe(ID);
  expect(planIdIn(` ${ID.toUpperCase()}\n`)).toBe(ID);
  for (const other of [
    '',
    '仮名 三郎',
    ID.slice(1),
    `${ID}1`,
    `https://a.example/?name=x&id=${ID}`,
  ])
    expect(planIdIn(other)).toBeNull();
});

it('puts nothing but the id or its address into a QR code', () => {
  expect(qrOfPlan(planAddress('https://michi.city.example', '99201', ID))).toContain('<svg');
  expect(() => qrOfPlan(`${ID} 仮名 三郎`)).toThrow();
});
