interface KeptKey {
  readonly get: () => Promise<CryptoKey | undefined>;
  /** Rejected where there is one. */
  readonly add: (key: CryptoKey) => Promise<unknown>;
}

/** A key for `seal` that stays with this browser and cannot be taken out of it; made where there is none. */
export async function keyOfBrowser({ get, add }: KeptKey): Promise<CryptoKey> {
  const kept = await get();
  if (kept !== undefined) return kept;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  // Where another window was quicker, what it has sealed stays readable.
  await add(made).catch(() => {});
  return (await get()) ?? made;
}
