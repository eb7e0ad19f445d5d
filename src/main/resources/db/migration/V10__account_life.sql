-- Accounts that their owners closed: for now, or to have them erased at a time. reopenable: until those in charge close it as well, or the
-- erasure begins. The row of who was erased stays and says so.
CREATE TABLE tb_closures (
    user_id         ${uuid} PRIMARY KEY REFERENCES tb_users,
    closed_at       BIGINT NOT NULL,
    reopenable      BOOLEAN NOT NULL DEFAULT TRUE,
    erase_at        BIGINT,
    recall_messages BOOLEAN NOT NULL DEFAULT FALSE,
    begun_at        BIGINT,
    erased_at       BIGINT
);
CREATE INDEX ix_closures_due ON tb_closures (erase_at) WHERE erased_at IS NULL;

-- Files of all that somebody owns, made at their wish. Only the session that asked for one may fetch it. lease_until: a node is writing it; one
-- whose lease is over is begun anew.
CREATE TABLE tb_exports (
    export_id   ${uuid} PRIMARY KEY,
    user_id     ${uuid} NOT NULL REFERENCES tb_users,
    session_id  ${uuid} NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'ready', 'failed')),
    created_at  BIGINT NOT NULL,
    attempts    INTEGER NOT NULL DEFAULT 0,
    lease_until BIGINT,
    finished_at BIGINT,
    expires_at  BIGINT NOT NULL,
    size        BIGINT
);
CREATE INDEX ix_exports_user ON tb_exports (user_id, created_at);
CREATE INDEX ix_exports_unfinished ON tb_exports (created_at) WHERE finished_at IS NULL;

-- What somebody has reacted to is asked for when they take their data with them.
CREATE INDEX ix_reaction_user ON tb_reaction (user_id, reaction_id);
