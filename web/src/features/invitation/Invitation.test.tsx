import { screen } from '@testing-library/react';
import { roomId, type Invitation as Invited } from '@tingting/sdk';
import { describe, expect, it, vi } from 'vitest';
import { fakeClient } from '@/testing/fakeClient';
import { render } from '@/testing/render';
import { me } from '@/testing/samples';
import { Invitation } from './Invitation';

const invited = (told: Partial<Invited> = {}): Invited => ({
  code: 'c',
  room: {
    room_id: roomId('r'),
    kind: 'group',
    name: 'Leo núi',
    avatar_url: null,
    member_count: 18,
  },
  join_approval: false,
  joined: false,
  requested: false,
  ...told,
});
const onJoined = vi.fn();

function stage(invitation: Invited | null) {
  onJoined.mockClear();
  const client = fakeClient({
    me: me(),
    invitations: new Map(invitation ? [['c', invitation]] : []),
  });
  return render(<Invitation code="c" homeAt="/app" onJoined={onJoined} />, { client });
}

describe('an invitation', () => {
  it('shows what it leads to and lets one in', async () => {
    const { user: hand } = await stage(invited());
    expect(await screen.findByRole('heading', { name: 'Leo núi' })).toBeVisible();
    expect(screen.getByText('18 members')).toBeVisible();
    await hand.click(screen.getByRole('button', { name: 'Join' }));
    expect(onJoined).toHaveBeenCalledOnce();
  });

  it('asks where an admin has to accept, and says that one waits', async () => {
    const { user: hand } = await stage(invited({ join_approval: true }));
    await hand.click(await screen.findByRole('button', { name: 'Ask to join' }));
    expect(await screen.findByText('You asked to join Leo núi')).toBeVisible();
    expect(onJoined).not.toHaveBeenCalled();
    expect(screen.queryByRole('button', { name: 'Ask to join' })).toBeNull();
  });

  it('leads members to their room', async () => {
    const { user: hand } = await stage(invited({ joined: true }));
    await hand.click(await screen.findByRole('button', { name: 'Open' }));
    expect(onJoined).toHaveBeenCalledWith('r');
  });

  it('says when it does not work any more', async () => {
    await stage(null);
    expect(await screen.findByText('This invitation does not work')).toBeVisible();
  });
});
