#!/usr/bin/env node
import { CommanderError } from 'commander';
import { ProblemError } from '#domain/problem';
import { failureOf } from '../output/failure.ts';
import { exitCodeOf, FAILED, problemText, programErrorText, WRONG_USAGE } from './exit.ts';
import { chooseLanguage } from './language.ts';
import { createProgram } from './program.ts';

// Whoever reads on (`| head`) has seen enough: that is no failure.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });

const args = process.argv.slice(2);
const language = chooseLanguage(args, process.env.LC_ALL ?? process.env.LANG);
try {
  await (await createProgram(language, args)).parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : WRONG_USAGE;
  else if (error instanceof ProblemError) {
    process.stderr.write(problemText(error.problem, language));
    process.exitCode = exitCodeOf(error.problem);
  } else {
    process.stderr.write(programErrorText(failureOf(error), language));
    process.exitCode = FAILED;
  }
}
