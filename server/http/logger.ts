import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import { failureOf } from '../output/failure.ts';

/** The log of the program: lines of JSON without personal data (see request-log.ts). */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = { level, base: null, serializers: { err: failureOf } };
  return destination === undefined ? pino(options) : pino(options, destination);
}
