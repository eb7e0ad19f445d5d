const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A picture by itself (👍), by variation selector (❤️), a flag, or a keycap (1️⃣). */
const picture =
  /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3)/u;

const most = 3;

/** The longest text worth looking at: three family emoji of seven code points and blanks. */
const longest = 100;

/**
 * How many emoji a message consists of when it has nothing else: 1 to 3, else 0. Those are shown
 * big, without a bubble.
 */
export function countLoneEmoji(text: string): number {
  if (text.length === 0 || text.length > longest) return 0;
  let count = 0;
  for (const { segment } of graphemes.segment(text.trim())) {
    if (segment.trim() === '') continue;
    if (!picture.test(segment)) return 0;
    count += 1;
    if (count > most) return 0;
  }
  return count;
}
