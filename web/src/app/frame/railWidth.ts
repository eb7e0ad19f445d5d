/** Pixels. */
export const minWidth = 240;
export const maxWidth = 420;

const usual = 300;
const storageKey = 'tingting.rail-width';

export function clampWidth(wish: number): number {
  return Math.round(Math.min(maxWidth, Math.max(minWidth, wish)));
}

export function rememberedWidth(): number {
  const stored = Number(localStorage.getItem(storageKey) ?? usual);
  return Number.isFinite(stored) ? clampWidth(stored) : usual;
}

export function rememberWidth(width: number): void {
  localStorage.setItem(storageKey, String(width));
}
