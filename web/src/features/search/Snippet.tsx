import type { Found } from '@tingting/sdk';

/** The words around a hit, the hit itself marked. */
export function Snippet({ pieces }: { pieces: Found['snippet'] }) {
  return (
    <span className="mt-0.5 line-clamp-3 text-ink-soft">
      {pieces.map(({ text, hit }, index) =>
        hit ? (
          <mark key={index} className="rounded-sm bg-hit px-0.5 font-medium text-ink">
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </span>
  );
}
