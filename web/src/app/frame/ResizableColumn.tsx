import { useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Column } from './Column';
import { clampWidth, maxWidth, minWidth, rememberWidth, rememberedWidth } from './railWidth';

/** The left column. On three-column screens its edge is dragged, or moved with the arrow keys. */
export function ResizableColumn({ alone, children }: { alone: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  const [width, setWidth] = useState(rememberedWidth);

  const resize = (wish: number) => {
    const next = clampWidth(wish);
    setWidth(next);
    rememberWidth(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = {
      ArrowLeft: width - 16,
      ArrowRight: width + 16,
      Home: minWidth,
      End: maxWidth,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    resize(next);
  };

  return (
    <Column
      label={t('frame.rooms')}
      alone={alone}
      className="three:w-(--rail-width)"
      style={{ '--rail-width': `${width}px` } as CSSProperties}
    >
      {children}
      {/* A separator with a value is the pattern for a splitter: it takes focus and the arrow keys (WAI-ARIA APG, "Window Splitter"). */}
      {/* eslint-disable-next-line jsx-a11y-x/no-noninteractive-element-interactions */}
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={t('frame.resize')}
        aria-valuemin={minWidth}
        aria-valuemax={maxWidth}
        aria-valuenow={width}
        // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex
        tabIndex={0}
        className="absolute inset-y-0 -right-1 z-10 hidden w-2 cursor-col-resize touch-none bg-clip-content px-[3px] transition-colors hover:bg-accent/40 focus-visible:bg-accent focus-visible:outline-none three:block"
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(event.clientX);
        }}
        onDoubleClick={() => resize(300)}
      />
    </Column>
  );
}
