-- email_verified_at: when a code that was sent to the address came back; an address without it is only claimed.
ALTER TABLE tb_users ADD COLUMN email_verified_at BIGINT;
