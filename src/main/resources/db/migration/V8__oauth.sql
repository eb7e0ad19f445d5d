-- Who signs in with a provider needs no password.
ALTER TABLE tb_users ALTER COLUMN password DROP NOT NULL;

-- Accounts of providers that open an account here. A subject is one person's only together with its issuer (OpenID Connect Core, section
-- 5.7). label: what the provider called them when it was linked.
CREATE TABLE tb_oauth_links (
    issuer     TEXT NOT NULL,
    subject    TEXT NOT NULL,
    user_id    ${uuid} NOT NULL REFERENCES tb_users,
    label      TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (issuer, subject),
    UNIQUE (user_id, issuer)
);
