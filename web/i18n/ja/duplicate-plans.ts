/** Plans and consents of two entries of the roster that look like one person. */
export const duplicatePlans = {
  plan: '個別避難計画',
  planAt: (stage: string, version: string) => `${stage}(第${version}版)`,
  byRoster: (state: string) => `${state}(名簿の記載)`,
  consent: { roster: '同意(名簿の提供)', plan: '同意(計画の提供)' },
  consentsApart: (purposes: string) =>
    `同意の記録(${purposes})が食い違っているため、このままでは1人にまとめられません。本人の意思を確かめ、両方に同じ内容を記録してから、まとめてください。`,
  keepPlan: (letter: string) =>
    `個別避難計画は記録${letter}だけにあります。同じ人なら記録${letter}を残してください(計画がそのまま続きます)。`,
  twoPlans:
    '両方に個別避難計画があります。残した記録の計画が続き、もう一方の計画は、その計画の画面から開いて見くらべられます。',
};
