import { Command } from 'commander';
import { registerCheck } from '../../../server/cli/check.ts';

/* The command by itself, as a process. */
const program = new Command('michishirube');
registerCheck(program);
await program.parseAsync();
