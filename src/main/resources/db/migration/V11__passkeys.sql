-- Keys that devices keep for their owners (WebAuthn). credential_id: what the device calls it. credential: its public key, as the device gave it.
-- sign_count: how often the device says that it has signed; 0 where it does not count. backup_eligible: whether it may be copied to other devices.
CREATE TABLE tb_passkeys (
    passkey_id      ${uuid} PRIMARY KEY,
    user_id         ${uuid} NOT NULL REFERENCES tb_users,
    credential_id   ${bytes} NOT NULL UNIQUE,
    credential      ${bytes} NOT NULL,
    sign_count      BIGINT NOT NULL,
    backup_eligible BOOLEAN NOT NULL,
    name            TEXT NOT NULL,
    created_at      BIGINT NOT NULL,
    last_used_at    BIGINT
);
CREATE INDEX ix_passkeys_user ON tb_passkeys (user_id);
