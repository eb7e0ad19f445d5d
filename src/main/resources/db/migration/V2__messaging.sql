-- What messages and rooms can do beyond being sent and read.

-- slow_mode_seconds: the pause between two messages of one member, 0 for none. message_ttl_seconds: after this a message is recalled by itself.
-- join_approval: who comes by an invite waits for an admin. mentioned_all_seq: the newest message that mentioned everybody.
ALTER TABLE tb_chat_rooms ADD COLUMN slow_mode_seconds INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tb_chat_rooms ADD COLUMN message_ttl_seconds BIGINT;
ALTER TABLE tb_chat_rooms ADD COLUMN join_approval BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE tb_chat_rooms ADD COLUMN mentioned_all_seq BIGINT NOT NULL DEFAULT 0;

-- mentioned_seq: the newest message that mentioned this member. last_sent_at: for slow mode.
ALTER TABLE tb_user_room ADD COLUMN mentioned_seq BIGINT NOT NULL DEFAULT 0;
ALTER TABLE tb_user_room ADD COLUMN last_sent_at BIGINT NOT NULL DEFAULT 0;

-- forwarded_from: who wrote it first. expires_at: when it is recalled by itself.
ALTER TABLE tb_messages ADD COLUMN mention_all BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE tb_messages ADD COLUMN forwarded_from ${uuid};
ALTER TABLE tb_messages ADD COLUMN expires_at BIGINT;
CREATE INDEX ix_messages_pinned ON tb_messages (room_id, pinned_at) WHERE pinned_at IS NOT NULL;
CREATE INDEX ix_messages_expiring ON tb_messages (expires_at) WHERE expires_at IS NOT NULL AND recalled_at IS NULL;

-- What a message said before an edit; rev is the edit's. Gone with its recall.
CREATE TABLE tb_edits (
    message_id ${uuid} NOT NULL,
    rev        BIGINT NOT NULL,
    content    TEXT NOT NULL,
    written_at BIGINT NOT NULL,
    PRIMARY KEY (message_id, rev)
);

-- What somebody has begun to write; it follows them to their other devices.
CREATE TABLE tb_drafts (
    user_id    ${uuid} NOT NULL REFERENCES tb_users,
    room_id    ${uuid} NOT NULL REFERENCES tb_chat_rooms,
    content    TEXT NOT NULL,
    reply_to   ${uuid},
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, room_id)
);

-- Messages that wait for their time. body is the draft as JSON; problem is the code of why it could not be sent.
CREATE TABLE tb_scheduled (
    scheduled_id  ${uuid} PRIMARY KEY,
    user_id       ${uuid} NOT NULL REFERENCES tb_users,
    room_id       ${uuid} NOT NULL REFERENCES tb_chat_rooms,
    client_msg_id ${uuid} NOT NULL,
    body          TEXT NOT NULL,
    send_at       BIGINT NOT NULL,
    created_at    BIGINT NOT NULL,
    problem       TEXT,
    UNIQUE (room_id, user_id, client_msg_id)
);
CREATE INDEX ix_scheduled_due ON tb_scheduled (send_at) WHERE problem IS NULL;

CREATE TABLE tb_invites (
    code       TEXT PRIMARY KEY,
    room_id    ${uuid} NOT NULL REFERENCES tb_chat_rooms,
    created_by ${uuid} NOT NULL REFERENCES tb_users,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    max_uses   INTEGER,
    uses       INTEGER NOT NULL DEFAULT 0,
    revoked_at BIGINT
);
CREATE INDEX ix_invites_room ON tb_invites (room_id);

CREATE TABLE tb_join_requests (
    room_id    ${uuid} NOT NULL REFERENCES tb_chat_rooms,
    user_id    ${uuid} NOT NULL REFERENCES tb_users,
    code       TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (room_id, user_id)
);
