-- email_key is of a confirmed address, which one account has; claim_key of one that is only claimed, by as many as like.
ALTER TABLE tb_users ADD COLUMN claim_key TEXT;
UPDATE tb_users SET claim_key = email_key, email_key = NULL WHERE email_verified_at IS NULL;
CREATE INDEX ix_users_claim ON tb_users (claim_key) WHERE claim_key IS NOT NULL;
