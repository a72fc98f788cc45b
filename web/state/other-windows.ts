/** What windows of this application in the same browser tell each other about who is signed in. */
export type SessionNews =
  | { readonly kind: 'signed-in'; readonly holder: string }
  | { readonly kind: 'signed-out' }
  /** Somebody sits at one of them. */
  | { readonly kind: 'present' };

const CHANNEL = 'michishirube.session';
/** A channel is heard by the window that speaks, too: this one has somewhere else to go. */
const SELF = Math.random();

export function tellOtherWindows(news: SessionNews): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage({ ...news, from: SELF });
  channel.close();
}

/** @returns stops listening */
export function hearOtherWindows(listener: (news: SessionNews) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  // Only windows of this very origin are heard.
  channel.onmessage = ({ data }: MessageEvent<SessionNews & { readonly from: number }>) => {
    if (data.from !== SELF) listener(data);
  };
  return () => channel.close();
}
