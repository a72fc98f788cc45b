import type { WholeChain } from '#contract/whole-chain';

/** The number of a way in the answer; -1 where it is not there. */
export function wayNumber(
  { ways }: WholeChain,
  { kind, supporter }: Pick<WholeChain['ways'][number], 'kind' | 'supporter'>,
): number {
  return ways.findIndex((way) => way.kind === kind && way.supporter === supporter);
}
