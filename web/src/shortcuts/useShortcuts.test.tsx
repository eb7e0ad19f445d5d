import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { useShortcuts } from './useShortcuts';

function stage() {
  const handlers = { search: vi.fn(), sheet: vi.fn(), mark_read: vi.fn() };
  function Page() {
    useShortcuts(handlers);
    return (
      <>
        <input aria-label="field" />
        <div role="dialog">
          <button>in a dialog</button>
        </div>
        {/* eslint-disable-next-line jsx-a11y-x/no-static-element-interactions */}
        <div onKeyDown={(event) => event.preventDefault()}>
          <button>has its own keys</button>
        </div>
      </>
    );
  }
  render(<Page />);
  return { ...handlers, hand: userEvent.setup() };
}

describe('a shortcut', () => {
  it('works anywhere on the page, in fields too', async () => {
    const { search, hand } = stage();
    await hand.keyboard('{Control>}k{/Control}');
    await hand.type(screen.getByLabelText('field'), '{Control>}k{/Control}');
    expect(search).toHaveBeenCalledTimes(2);
  });

  it('is text in a field when it is a sign alone', async () => {
    const { sheet, hand } = stage();
    await hand.type(screen.getByLabelText('field'), '?');
    expect(screen.getByLabelText('field')).toHaveValue('?');
    expect(sheet).not.toHaveBeenCalled();
    screen.getByLabelText('field').blur();
    await hand.keyboard('?');
    expect(sheet).toHaveBeenCalledOnce();
  });

  it('leaves alone what a dialog or another handler takes for itself', async () => {
    const { mark_read, hand } = stage();
    screen.getByText('in a dialog').focus();
    await hand.keyboard('{Escape}');
    screen.getByText('has its own keys').focus();
    await hand.keyboard('{Escape}');
    expect(mark_read).not.toHaveBeenCalled();
  });
});
