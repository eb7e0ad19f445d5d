-- What keeps people safe from each other: reports, mutes, and the record of what those in charge did.

-- Those in charge are few: asking whether there is another admin reads them alone.
CREATE INDEX ix_users_staff ON tb_users (role_id) WHERE role_id < 3;

-- Who may not write anywhere for a while. A row may outlive its time: only the time counts.
CREATE TABLE tb_mutes (
    user_id     ${uuid} PRIMARY KEY REFERENCES tb_users,
    muted_until BIGINT NOT NULL
);

-- user_id: who is reported, of a message its sender. The words of a message are not kept here: what is recalled is gone from here too.
CREATE TABLE tb_reports (
    report_id   ${uuid} PRIMARY KEY,
    reporter_id ${uuid} NOT NULL REFERENCES tb_users,
    user_id     ${uuid} NOT NULL REFERENCES tb_users,
    message_id  ${uuid},
    reason      TEXT NOT NULL,
    state       TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'resolved', 'dismissed')),
    created_at  BIGINT NOT NULL,
    decided_by  ${uuid} REFERENCES tb_users,
    decided_at  BIGINT
);
CREATE INDEX ix_reports_state ON tb_reports (state, report_id);
CREATE INDEX ix_reports_open ON tb_reports (reporter_id) WHERE state = 'open';
CREATE INDEX ix_reports_user ON tb_reports (user_id, state);
CREATE INDEX ix_reports_message ON tb_reports (message_id) WHERE message_id IS NOT NULL;

-- actor_id is empty for who acted at the server itself, where source names the account of the operating system. data: ids and words of
-- ours, never what somebody wrote.
CREATE TABLE tb_audit (
    audit_id   ${uuid} PRIMARY KEY,
    created_at BIGINT NOT NULL,
    actor_id   ${uuid} REFERENCES tb_users,
    source     TEXT NOT NULL,
    action     TEXT NOT NULL,
    user_id    ${uuid} REFERENCES tb_users,
    message_id ${uuid},
    report_id  ${uuid},
    data       TEXT NOT NULL
);
CREATE INDEX ix_audit_actor ON tb_audit (actor_id, audit_id);
CREATE INDEX ix_audit_user ON tb_audit (user_id, audit_id);
