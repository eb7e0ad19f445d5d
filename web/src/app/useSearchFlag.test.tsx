import { act, render } from '@testing-library/react';
import { MemoryRouter, useLocation, useNavigate } from 'react-router';
import { expect, it } from 'vitest';
import { useSearchFlag } from './useSearchFlag';

const panels = ['details', 'settings', 'search'] as const;

function stage(address: string) {
  const now = {} as {
    show: (panel: (typeof panels)[number] | null, told?: Record<string, string>) => void;
    back: () => void;
    place: string;
  };
  function Probe() {
    const [, show] = useSearchFlag('panel', panels, ['q']);
    const navigate = useNavigate();
    const { pathname, search } = useLocation();
    Object.assign(now, { show, back: () => void navigate(-1), place: pathname + search });
    return null;
  }
  render(
    <MemoryRouter initialEntries={['/before', address]}>
      <Probe />
    </MemoryRouter>,
  );
  return now;
}

it('back leads from panel to panel and closes at last', () => {
  const now = stage('/room');
  act(() => now.show('details'));
  act(() => now.show('settings'));
  expect(now.place).toBe('/room?panel=settings');
  act(() => now.back());
  expect(now.place).toBe('/room?panel=details');
  act(() => now.back());
  expect(now.place).toBe('/room');
});

it('closing takes all its steps back', () => {
  const now = stage('/room');
  act(() => now.show('details'));
  act(() => now.show('settings'));
  act(() => now.show(null));
  expect(now.place).toBe('/room');
  act(() => now.back());
  expect(now.place).toBe('/before');
});

it('showing what was shown before is a step back', () => {
  const now = stage('/room');
  act(() => now.show('details'));
  act(() => now.show('settings'));
  act(() => now.show('details'));
  act(() => now.back());
  expect(now.place).toBe('/room');
});

it('who came by a link stays on the page when it closes', () => {
  const now = stage('/room?panel=settings');
  act(() => now.show('details'));
  expect(now.place).toBe('/room?panel=details');
  act(() => now.show(null));
  expect(now.place).toBe('/room');
  act(() => now.back());
  expect(now.place).toBe('/before');
});

it('what means nothing without it goes with it', () => {
  const now = stage('/room?panel=search&q=vé');
  act(() => now.show('details'));
  expect(now.place).toBe('/room?panel=details');
  act(() => now.show('search', { q: 'tàu' }));
  expect(now.place).toBe('/room?panel=search&q=t%C3%A0u');
});
