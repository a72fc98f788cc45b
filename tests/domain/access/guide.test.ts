import { expect, test } from 'vitest';
import { guideOf, guideVersion, needsGuide } from '#domain/access/guide';
import { ROLES } from '#domain/access/roles';

const sectionOf = (role: (typeof ROLES)[number], id: string) =>
  guideOf(role)
    .filter((section) => section.id === id)
    .flatMap(({ points }) => points.map(({ ja }) => ja))
    .join('\n');

test('is made from the table of roles: what each sees and may do', () => {
  expect(sectionOf('welfare-officer', 'see')).toContain('氏名・住所・連絡先・位置: 見える');
  expect(sectionOf('district-organisation', 'see')).toContain(
    '氏名・住所・連絡先・位置: 同意した人は見える、不同意の人は人数だけ',
  );
  expect(sectionOf('drill-coordinator', 'see')).toContain('一部を伏せて見える');
  expect(sectionOf('supporter', 'may')).toContain('つなぐシート');
  expect(sectionOf('supporter', 'may')).not.toContain('印刷');
  expect(sectionOf('district-organisation', 'may')).toContain('印刷');
  expect(sectionOf('auditor', 'see')).toBe('');
});

test('is due for whoever sees people, by a version of each role', () => {
  expect(ROLES.filter((role) => !needsGuide(role))).toEqual(['administrator', 'auditor']);
  expect(new Set(ROLES.map(guideVersion)).size).toBe(ROLES.length);
  expect(guideVersion('supporter')).toBe(guideVersion('supporter'));
});

test('says that the duty to keep it secret goes on, and never that anybody is safe', () => {
  for (const role of ROLES) {
    const text = JSON.stringify(guideOf(role));
    expect(text).toContain('役目を離れたあとも');
    expect(text).not.toMatch(/安全|\bsafe\b/);
  }
});
