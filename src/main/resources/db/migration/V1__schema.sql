-- One schema for SQLite and PostgreSQL. ${uuid}, ${serial} and ${bytes} are filled in per database; times are milliseconds since 1970, UTC.

CREATE TABLE tb_meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE tb_roles (
    role_id   INTEGER PRIMARY KEY,
    role_enum TEXT NOT NULL UNIQUE CHECK (role_enum IN ('admin', 'moderator', 'user'))
);
INSERT INTO tb_roles (role_id, role_enum) VALUES (1, 'admin'), (2, 'moderator'), (3, 'user');

-- username_key, email_key and phone_key are the forms that are compared; search_text is folded (no case, no marks).
CREATE TABLE tb_users (
    user_id      ${uuid} PRIMARY KEY,
    username     TEXT NOT NULL,
    username_key TEXT NOT NULL UNIQUE,
    password     TEXT NOT NULL,
    email        TEXT,
    email_key    TEXT UNIQUE,
    phone        TEXT,
    phone_key    TEXT UNIQUE,
    img_url      TEXT,
    display_name TEXT NOT NULL,
    bio          TEXT NOT NULL DEFAULT '',
    status_text  TEXT NOT NULL DEFAULT '',
    settings     TEXT NOT NULL DEFAULT '{}',
    search_text  TEXT NOT NULL,
    role_id      INTEGER NOT NULL DEFAULT 3 REFERENCES tb_roles,
    flag_delete  TEXT NOT NULL DEFAULT 'active' CHECK (flag_delete IN ('active', 'not_active', 'delete')),
    created_at   BIGINT NOT NULL,
    user_rev     BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE tb_user_status (
    user_id   ${uuid} PRIMARY KEY REFERENCES tb_users,
    is_online BOOLEAN NOT NULL,
    last_seen BIGINT NOT NULL
);

CREATE TABLE tb_sessions (
    session_id   ${uuid} PRIMARY KEY,
    user_id      ${uuid} NOT NULL REFERENCES tb_users,
    user_agent   TEXT NOT NULL,
    address      TEXT NOT NULL,
    created_at   BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL,
    expires_at   BIGINT NOT NULL,
    revoked_at   BIGINT
);
CREATE INDEX ix_sessions_user ON tb_sessions (user_id);

-- Every refresh token that a session ever had, hashed: one that comes back after its use betrays a theft.
CREATE TABLE tb_refresh_tokens (
    token_hash ${bytes} PRIMARY KEY,
    session_id ${uuid} NOT NULL REFERENCES tb_sessions,
    issued_at  BIGINT NOT NULL,
    used_at    BIGINT
);
CREATE INDEX ix_refresh_tokens_session ON tb_refresh_tokens (session_id, issued_at);

-- blocked: user_id is the one who blocks, and there is one row for each who does. pending, accepted: user_id is the one who asked, and it is the
-- only row of the pair. request_id names the asking; a block has none.
CREATE TABLE tb_friendships (
    request_id ${uuid} UNIQUE,
    user_id    ${uuid} NOT NULL REFERENCES tb_users,
    friend_id  ${uuid} NOT NULL REFERENCES tb_users,
    status     TEXT NOT NULL CHECK (status IN ('pending', 'accepted', 'blocked')),
    created_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, friend_id)
);
CREATE INDEX ix_friendships_friend ON tb_friendships (friend_id);

-- direct_key: the sorted pair of a direct room. last_seq: the newest message. rev: the newest change.
CREATE TABLE tb_chat_rooms (
    chat_room_id ${uuid} PRIMARY KEY,
    kind         TEXT NOT NULL CHECK (kind IN ('direct', 'group', 'channel')),
    name         TEXT,
    topic        TEXT,
    avatar_url   TEXT,
    is_group     BOOLEAN NOT NULL,
    history      TEXT NOT NULL DEFAULT 'all' CHECK (history IN ('all', 'since_join')),
    created_by   ${uuid} NOT NULL REFERENCES tb_users,
    created_at   BIGINT NOT NULL,
    last_seq     BIGINT NOT NULL DEFAULT 0,
    rev          BIGINT NOT NULL DEFAULT 0,
    direct_key   TEXT UNIQUE,
    deleted_at   BIGINT
);

-- hidden: a direct room that one left, until its next message.
CREATE TABLE tb_user_room (
    user_room_id     ${serial},
    user_id          ${uuid} NOT NULL REFERENCES tb_users,
    room_id          ${uuid} NOT NULL REFERENCES tb_chat_rooms,
    joined_at        BIGINT NOT NULL,
    joined_rev       BIGINT NOT NULL,
    role             TEXT NOT NULL CHECK (role IN ('owner', 'admin', 'member')),
    read_seq         BIGINT NOT NULL,
    delivered_seq    BIGINT NOT NULL,
    skipped          BIGINT NOT NULL DEFAULT 0,
    visible_from_seq BIGINT NOT NULL DEFAULT 0,
    muted_until      BIGINT,
    pinned           BOOLEAN NOT NULL DEFAULT FALSE,
    marked_unread    BOOLEAN NOT NULL DEFAULT FALSE,
    hidden           BOOLEAN NOT NULL DEFAULT FALSE,
    UNIQUE (room_id, user_id)
);
CREATE INDEX ix_user_room_user ON tb_user_room (user_id);

-- rev is the rev of creation and never changes. body_digest tells a retry from another message under the same client_msg_id, also after an edit or recall.
CREATE TABLE tb_messages (
    message_id    ${uuid} PRIMARY KEY,
    user_id       ${uuid} NOT NULL,
    room_id       ${uuid} NOT NULL,
    seq           BIGINT NOT NULL,
    rev           BIGINT NOT NULL,
    kind          TEXT NOT NULL,
    content       TEXT,
    file_url      TEXT,
    reply_to      ${uuid},
    mentions      TEXT,
    client_msg_id ${uuid} NOT NULL,
    body_digest   ${bytes} NOT NULL,
    created_at    BIGINT NOT NULL,
    edited_at     BIGINT,
    recalled_at   BIGINT,
    pinned_at     BIGINT,
    UNIQUE (room_id, seq),
    UNIQUE (room_id, rev),
    UNIQUE (room_id, user_id, client_msg_id)
);

-- Every change of a room that is not a new message: ids, never text. Merged with tb_messages by rev it is the room's whole history.
CREATE TABLE tb_changes (
    room_id    ${uuid} NOT NULL,
    rev        BIGINT NOT NULL,
    type       TEXT NOT NULL,
    message_id ${uuid},
    user_id    ${uuid},
    data       TEXT,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (room_id, rev)
);

CREATE TABLE tb_reaction (
    reaction_id ${serial},
    user_id     ${uuid} NOT NULL,
    message_id  ${uuid} NOT NULL,
    emoji       TEXT NOT NULL,
    created_at  BIGINT NOT NULL,
    UNIQUE (message_id, user_id, emoji)
);
