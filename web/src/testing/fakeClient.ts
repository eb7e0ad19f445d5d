import {
  clientMsgId,
  roomId,
  type Api,
  type ConnectionState,
  type Conversation,
  type ConversationState,
  type Me,
  type Member,
  type PeopleState,
  type Presence,
  type ProfileChange,
  type Room,
  type RoomId,
  type RoomsState,
  type SessionState,
  type TingTing,
  type User,
  type UserId,
} from '@tingting/sdk';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { fakeCalls, right, type Records } from './fakeCalls';
import { fakeVerbs } from './fakeVerbs';
import { room } from './samples';

/** What is there before anybody does anything. */
export interface World extends Records {
  /** Null: nobody is signed in. */
  readonly me: Me | null;
  readonly users?: readonly User[];
  readonly presence?: readonly Presence[];
  /** In the order of the list. */
  readonly rooms?: readonly Room[];
  readonly connection?: ConnectionState;
  readonly roomsStatus?: RoomsState['status'];
  /** Takes the place of single methods: to refuse, to wait, to watch. */
  readonly refuse?: Partial<
    Pick<TingTing, 'login' | 'register' | 'updateMe' | 'restore' | 'openDirect' | 'createRoom'>
  >;
}

/**
 * The client without a server: the same stores, and calls that succeed at once. For component tests
 * and for looking at pages; the real one has its own tests in sdk/ and e2e/.
 */
export function fakeClient(world: World): TingTing {
  const session = createStore<SessionState>(() => ({ status: 'unknown' }));
  const connection = createStore<ConnectionState>(
    () => world.connection ?? { status: 'online', attempt: 0 },
  );
  const rooms = createStore<RoomsState>(() => roomsState(world.rooms ?? [], world.roomsStatus));
  const people = createStore<PeopleState>(() => ({
    users: new Map((world.users ?? []).map((user) => [user.user_id, user])),
    presence: new Map((world.presence ?? []).map((one) => [one.user_id, one])),
  }));
  const conversations = new Map<RoomId, Conversation>();

  const signIn = (me: Me): Me => {
    session.setState({ status: 'signed_in', me }, true);
    return me;
  };
  const addRoom = (room: Room): Room => {
    const { byId, order } = rooms.getState();
    rooms.setState({
      byId: new Map(byId).set(room.room_id, room),
      order: [room.room_id, ...order.filter((id) => id !== room.room_id)],
    });
    return room;
  };
  return {
    session,
    connection,
    rooms,
    people,
    // A test that reaches further should notice.
    api: fakeCalls(world, () => people.getState().users.values()) as unknown as Api,

    restore() {
      if (world.refuse?.restore) return world.refuse.restore();
      if (world.me) signIn(world.me);
      else session.setState({ status: 'signed_out', reason: 'fresh' }, true);
      return Promise.resolve(session.getState());
    },
    login: (credentials) =>
      world.refuse?.login?.(credentials) ?? Promise.resolve(signIn(world.me ?? someone())),
    register: (registration) =>
      world.refuse?.register?.(registration) ?? Promise.resolve(signIn(world.me ?? someone())),
    async finishSignIn(otp) {
      await right(otp);
      return signIn(world.me ?? someone());
    },
    signInWithPasskey: () => Promise.resolve(signIn(world.me ?? someone())),
    logout() {
      session.setState({ status: 'signed_out', reason: 'left' }, true);
      return Promise.resolve();
    },
    updateMe(change) {
      if (world.refuse?.updateMe) return world.refuse.updateMe(change);
      const state = session.getState();
      if (state.status !== 'signed_in') throw new Error('Nobody is signed in');
      return Promise.resolve(signIn({ ...state.me, ...change }));
    },
    async confirmEmail(email, otp) {
      await right(otp);
      return this.updateMe({ email, email_verified_at: new Date().toISOString() } as ProfileChange);
    },
    conversation(id) {
      const known = conversations.get(id);
      if (known) return known;
      const made = fakeConversation(id, world, rooms);
      conversations.set(id, made);
      return made;
    },
    openDirect(user) {
      if (world.refuse?.openDirect) return world.refuse.openDirect(user);
      const { byId } = rooms.getState();
      const known = [...byId.values()].find((room) => room.peer?.user_id === user);
      const peer = people.getState().users.get(user) ?? null;
      return Promise.resolve(known ?? addRoom(freshRoom({ kind: 'direct', peer })));
    },
    createRoom(room) {
      if (world.refuse?.createRoom) return world.refuse.createRoom(room);
      return Promise.resolve(addRoom(freshRoom({ kind: room.kind, name: room.name ?? null })));
    },
    join(code) {
      const invitation = world.invitations?.get(code);
      if (!invitation) throw new Error(`No invitation ${code}`);
      if (invitation.join_approval) return Promise.resolve({ status: 'requested' });
      return Promise.resolve(addRoom(freshRoom(invitation.room)));
    },
    reloadRooms: () => Promise.resolve(),
    loadUsers: () => Promise.resolve(),
    watch: () => () => undefined,
    setStatus: () => undefined,
    on: () => () => undefined,
    reconnect: () => connection.setState({ status: 'online', attempt: 0 }, true),
    close: () => undefined,
  };

  function someone(): Me {
    throw new Error('This world has nobody to sign in');
  }
}

function roomsState(list: readonly Room[], status: RoomsState['status'] = 'ready'): RoomsState {
  return {
    status,
    byId: new Map(list.map((room) => [room.room_id, room])),
    order: list.map((room) => room.room_id),
    totalUnread: list.reduce((sum, room) => sum + room.unread, 0),
  };
}

function fakeConversation(id: RoomId, world: World, rooms: StoreApi<RoomsState>): Conversation {
  const store = createStore<ConversationState>(() => ({
    status: 'idle',
    messages: [],
    reachesStart: true,
    reachesEnd: true,
    loading: null,
    outgoing: [],
    typing: [],
    members: null,
    pins: null,
    scheduled: null,
    marks: new Map(),
    reach: { delivered: 0, read: 0 },
  }));
  const nothing = () => Promise.resolve();
  const changeRoom = (change: Partial<Room>) => {
    const room = rooms.getState().byId.get(id);
    if (!room) throw new Error(`No room ${id}`);
    rooms.setState(({ byId }) => ({ byId: new Map(byId).set(id, { ...room, ...change }) }));
    return Promise.resolve();
  };
  const changeMembers = (change: (members: readonly Member[]) => readonly Member[]) => {
    store.setState(({ members }) => ({ members: change(members ?? []) }));
    return Promise.resolve();
  };
  return {
    roomId: id,
    store,
    open() {
      const messages = world.messages?.get(id) ?? [];
      store.setState({
        status: 'ready',
        messages,
        reach: { delivered: messages.length, read: Math.max(0, messages.length - 1) },
        // The first have read it all, the next ones got it.
        marks: new Map(
          world.members
            ?.get(id)
            ?.map(({ user_id }, index) => [
              user_id,
              { delivered: messages.length, read: index < 3 ? messages.length : 0 },
            ]),
        ),
      });
      return Promise.resolve();
    },
    loadMembers() {
      store.setState({ members: world.members?.get(id) ?? [] });
      return Promise.resolve();
    },
    addMembers: (users: readonly UserId[]) =>
      changeMembers((members) => [
        ...members,
        ...users.map((user_id) => ({
          user_id,
          role: 'member' as const,
          joined_at: new Date().toISOString(),
        })),
      ]),
    removeMember: (user) =>
      changeMembers((members) => members.filter((member) => member.user_id !== user)),
    setRole: (user, role) =>
      changeMembers((members) =>
        members.map((member) => (member.user_id === user ? { ...member, role } : member)),
      ),
    loadOlder: nothing,
    loadNewer: nothing,
    loadAround: nothing,
    async loadAroundMessage(message) {
      await this.open();
      const found = store.getState().messages.find((one) => one.message_id === message);
      return found?.seq ?? null;
    },
    toLatest: nothing,
    send: () => clientMsgId(crypto.randomUUID()),
    retry: () => undefined,
    discard: () => undefined,
    typing: () => undefined,
    read: () => undefined,
    ...fakeVerbs(store, () => world.me?.user_id),
    saveDraft: nothing,
    change: changeRoom,
    changeView: changeRoom,
    leave: nothing,
  };
}

function freshRoom(told: Partial<Room> & Pick<Room, 'kind'>): Room {
  return room({ room_id: roomId(crypto.randomUUID()), last_seq: 0, rev: 0, read_seq: 0, ...told });
}
