/** Where a refresh token survives a restart: a file, a keychain. Browsers use a cookie instead. */
export interface TokenStore {
  load(): Promise<string | null>;
  save(refreshToken: string | null): Promise<void>;
}

/** Survives nothing; good for tests and short programs. */
export function memoryTokens(initial: string | null = null): TokenStore {
  let token = initial;
  return {
    load: () => Promise.resolve(token),
    save(next) {
      token = next;
      return Promise.resolve();
    },
  };
}
