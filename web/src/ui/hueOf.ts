const hues = [15, 45, 85, 140, 175, 215, 255, 290, 330] as const;

/** A colour that stays with an id for ever, as the hue of an OKLCH colour (FNV-1a over the id). */
export function hueOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) {
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  }
  return hues[(hash >>> 0) % hues.length] ?? hues[0];
}
