export const waitingWork = {
  title: '待っている仕事',
  reviews: (count: string) => `見直しが必要な計画 ${count}件`,
  toAnswer: (count: string) => `返事を待つつなぐシート ${count}件`,
  overdue: (count: string) => `期限を過ぎたつなぐシート ${count}件`,
  drill: (date: string) => `次の訓練 ${date}`,
  running: '実施中の訓練',
  none: '待っている仕事はありません',
};
