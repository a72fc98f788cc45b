/** What windows of this application in the same browser tell each other about who is signed in. */
export type SessionNews =
  | { readonly kind: 'signed-in'; readonly holder: string }
  | { readonly kind: 'signed-out' }
  /** Somebody sits at one of them. */
  | { readonly kind: 'present' };

const CHANNEL = 'michishirube.session';

export function tellOtherWindows(news: SessionNews): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(news);
  channel.close();
}

/** @returns stops listening */
export function hearOtherWindows(listener: (news: SessionNews) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  // Only windows of this very origin are heard.
  channel.onmessage = ({ data }: MessageEvent<SessionNews>) => listener(data);
  return () => channel.close();
}
