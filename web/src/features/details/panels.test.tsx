import { screen, waitFor, within } from '@testing-library/react';
import { roomId, type MemberRole, type Room } from '@tingting/sdk';
import { describe, expect, it, vi } from 'vitest';
import { invite } from '@/testing/fakeCalls';
import { fakeClient, type World } from '@/testing/fakeClient';
import { render } from '@/testing/render';
import { me, room, user } from '@/testing/samples';
import Details from './Details';
import InvitesPanel from './invites/InvitesPanel';
import JoinRequestsPanel from './requests/JoinRequestsPanel';
import SettingsPanel from './settings/SettingsPanel';

const self = me();
const binh = user();
const id = roomId('r');
const ways = { onClose: vi.fn(), onBack: vi.fn() };

function worldOf(role: MemberRole, told: Partial<Room> = {}): World {
  const member = (one: typeof binh, its: MemberRole) => ({
    user_id: one.user_id,
    role: its,
    joined_at: '2026-11-20T08:00:00.000Z',
    user: one,
  });
  return {
    me: self,
    users: [self, binh],
    rooms: [room({ room_id: id, kind: 'group', name: 'Ops', role, ...told })],
    members: new Map([[id, [member(self, role), member(binh, 'member')]]]),
    invites: new Map([[id, [invite(id, { code: 'k3J', uses: 2, max_uses: 5 })]]]),
    joinRequests: new Map([
      [id, [{ user_id: binh.user_id, created_at: '2026-11-20T08:00:00.000Z', user: binh }]],
    ]),
  };
}

describe('the details', () => {
  const details = (world: World) =>
    render(
      <Details
        roomId={id}
        {...ways}
        onShow={onShow}
        onAddMembers={vi.fn()}
        onOpenRoom={vi.fn()}
        onLeft={vi.fn()}
      />,
      { client: fakeClient(world) },
    );
  const onShow = vi.fn();

  it('lead admins to the settings, the links and who asks to join', async () => {
    const { user: hand } = await details(worldOf('admin'));
    expect(await screen.findByText('1 person waits')).toBeInTheDocument();
    await hand.click(screen.getByRole('button', { name: /Requests to join/ }));
    expect(onShow).toHaveBeenCalledWith('requests');
    expect(screen.getByRole('button', { name: 'Group settings' })).toBeVisible();
  });

  it('show members nothing that is not theirs to do', async () => {
    await details(worldOf('member'));
    await screen.findByText('Trần Thị Bình');
    expect(screen.queryByRole('button', { name: 'Group settings' })).toBeNull();
    expect(screen.queryByRole('button', { name: /Requests to join/ })).toBeNull();
  });

  it('let owners give any role, and ask before somebody is removed', async () => {
    const world = worldOf('owner');
    const { user: hand } = await details(world);
    const row = () => screen.getByText('Trần Thị Bình').closest('li')!;
    await screen.findByText('Trần Thị Bình');
    await hand.click(within(row()).getByRole('button'));
    await hand.click(await screen.findByRole('menuitem', { name: 'Make owner' }));
    expect(await within(row()).findByText('Owner')).toBeVisible();
    await hand.click(within(row()).getByRole('button'));
    expect(screen.queryByRole('menuitem', { name: 'Remove from group' })).toBeNull();
    await hand.click(await screen.findByRole('menuitem', { name: 'Make plain member' }));
    await hand.click(within(row()).getByRole('button'));
    await hand.click(await screen.findByRole('menuitem', { name: 'Remove from group' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Remove Trần Thị Bình?' });
    await hand.click(within(dialog).getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(screen.queryByText('Trần Thị Bình')).toBeNull());
  });
});

describe('the settings of a room', () => {
  const settings = async (world: World) => {
    const client = fakeClient(world);
    const drawn = await render(<SettingsPanel roomId={id} {...ways} onDeleted={vi.fn()} />, {
      client,
    });
    return { ...drawn, now: () => client.rooms.getState().byId.get(id) };
  };

  it('take effect as one chooses', async () => {
    const { user: hand, now } = await settings(worldOf('admin'));
    await hand.selectOptions(screen.getByLabelText('Slow mode'), '30 seconds');
    await hand.selectOptions(screen.getByLabelText('Messages disappear'), 'After 1 day');
    await hand.click(screen.getByRole('switch', { name: /Ask before joining/ }));
    expect(now()).toMatchObject({
      slow_mode_seconds: 30,
      message_ttl_seconds: 86_400,
      join_approval: true,
    });
  });

  it('save name and topic together, the name not empty', async () => {
    const { user: hand, now } = await settings(worldOf('admin'));
    await hand.clear(screen.getByLabelText('Name'));
    await hand.type(screen.getByLabelText('Topic'), 'Trực đêm');
    await hand.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Give the group a name.')).toBeVisible();
    await hand.type(screen.getByLabelText('Name'), 'Vận hành');
    await hand.click(screen.getByRole('button', { name: 'Save' }));
    expect(now()).toMatchObject({ name: 'Vận hành', topic: 'Trực đêm' });
  });

  it('offer the end of the room to its owner alone', async () => {
    const { unmount } = await settings(worldOf('admin'));
    expect(screen.queryByRole('button', { name: 'Delete group' })).toBeNull();
    unmount();
    const { user: hand } = await settings(worldOf('owner'));
    await hand.click(screen.getByRole('button', { name: 'Delete group' }));
    expect(
      await screen.findByRole('alertdialog', { name: 'Delete Ops for everyone?' }),
    ).toBeVisible();
  });

  it('of a direct room are how long its messages live', async () => {
    const { user: hand, now } = await settings(worldOf('member', { kind: 'direct', peer: binh }));
    await hand.selectOptions(screen.getByLabelText('Messages disappear'), 'After 7 days');
    expect(now()?.message_ttl_seconds).toBe(604_800);
    expect(screen.queryByLabelText('Slow mode')).toBeNull();
  });
});

describe('the links of a room', () => {
  it('are made, copied and revoked', async () => {
    const { user: hand } = await render(<InvitesPanel roomId={id} {...ways} />, {
      client: fakeClient(worldOf('admin')),
    });
    expect(await screen.findByText('Used 2 of 5 times')).toBeVisible();
    await hand.selectOptions(screen.getByLabelText('Lets in'), '1 person');
    await hand.click(screen.getByRole('button', { name: 'Make a link' }));
    const link = await screen.findByLabelText('The link');
    expect(await screen.findByText('Used 0 of 1 time')).toBeVisible();
    await hand.click(screen.getAllByRole('button', { name: 'Copy link' })[0]!);
    expect(await navigator.clipboard.readText()).toBe((link as HTMLInputElement).value);
    for (const revoke of screen.getAllByRole('button', { name: 'Revoke link' })) {
      await hand.click(revoke);
    }
    expect(await screen.findByText('No links yet')).toBeVisible();
  });
});

describe('who asks to join', () => {
  it('is let in or not, and leaves the list', async () => {
    const { user: hand } = await render(<JoinRequestsPanel roomId={id} {...ways} />, {
      client: fakeClient(worldOf('admin')),
    });
    await hand.click(await screen.findByRole('button', { name: 'Accept Trần Thị Bình' }));
    expect(await screen.findByText('Nobody waits')).toBeVisible();
  });
});
