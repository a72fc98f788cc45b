/** Plans of two entries of the roster that look like one person. */
export const duplicatePlans = {
  plan: '個別避難計画',
  planAt: (stage: string, version: string) => `${stage}(第${version}版)`,
  noPlan: 'なし',
  keepPlan: (letter: string) =>
    `個別避難計画は記録${letter}だけにあります。同じ人なら記録${letter}を残してください(計画がそのまま続きます)。`,
  twoPlans:
    '両方に個別避難計画があります。残した記録の計画が続き、もう一方の計画は、その計画の画面から開いて見くらべられます。',
};
