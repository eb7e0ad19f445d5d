import { ProblemError, type ErasureWish, type Export, type ExportId } from '@tingting/sdk';

/** The one password that is right everywhere. */
export const rightPassword = 'rừng tre xanh';

/** Copies that are ready at once, and accounts that close with the right password. */
export function fakeOwnData() {
  let copies: readonly Export[] = [];
  const close = (password?: string) =>
    password === rightPassword ? Promise.resolve() : Promise.reject(wrong());
  return {
    exports: () => Promise.resolve({ items: copies, next_cursor: null }),
    beginExport() {
      const now = new Date();
      const copy: Export = {
        export_id: crypto.randomUUID() as ExportId,
        state: 'ready',
        here: true,
        created_at: now.toISOString(),
        finished_at: now.toISOString(),
        expires_at: new Date(now.getTime() + 7 * 86_400_000).toISOString(),
        size: 48_213,
      };
      copies = [copy, ...copies];
      return Promise.resolve(copy);
    },
    exportFile: () => Promise.resolve(new Blob(['{}'], { type: 'application/json' })),
    deactivate: close,
    erase: ({ password }: ErasureWish) =>
      close(password).then(() => ({ erase_at: new Date().toISOString() })),
  };
}

const wrong = () => new ProblemError({ code: 'invalid_credentials', detail: '', retryable: false });
