import type { Command } from 'commander';
import { openDatabase } from '../db/data-source.ts';
import { migrate, migrationStatus } from '../db/migrate.ts';
import type { Say } from './language.ts';
import { print, printJson } from './print.ts';
import { settings } from './session.ts';

export function registerDb(program: Command, say: Say): void {
  const group = program
    .command('db')
    .summary(say({ ja: 'データベースの版の管理', en: 'versions of the database' }));
  group
    .command('migrate')
    .summary(say({ ja: 'データベースを最新の版にする', en: 'bring the schema up to date' }))
    .action(async () => {
      const database = await openDatabase(settings(), { migrate: false });
      try {
        const done = await migrate(database.dataSource);
        print(
          done.length === 0
            ? say({ ja: '最新の版です', en: 'The schema is up to date' })
            : done.join('\n'),
        );
      } finally {
        await database.close();
      }
    });
  group
    .command('status')
    .summary(say({ ja: 'データベースの版を表示する', en: 'show the state of the schema' }))
    .option('--json', say({ ja: '結果を JSON で出力', en: 'print the result as JSON' }))
    .action(async (flags: { json?: true }) => {
      const database = await openDatabase(settings(), { migrate: false });
      try {
        const status = await migrationStatus(database.dataSource);
        if (flags.json) printJson({ kind: database.kind, ...status });
        else {
          print(`${say({ ja: 'データベース', en: 'database' })}: ${database.kind}`);
          print(`${say({ ja: '適用済み', en: 'executed' })}: ${status.executed.join(', ') || '-'}`);
          print(`${say({ ja: '未適用', en: 'pending' })}: ${status.pending.join(', ') || '-'}`);
          print(
            `${say({ ja: 'プログラムにない版', en: 'unknown to this program' })}: ${status.unknown.join(', ') || '-'}`,
          );
        }
      } finally {
        await database.close();
      }
    });
}
