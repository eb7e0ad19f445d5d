-- network: what of the address one party has to itself (of IPv6 the first 64 bits). An account lets in who guesses from where it was signed in to.
ALTER TABLE tb_sessions ADD COLUMN network TEXT;
UPDATE tb_sessions SET network = address WHERE address NOT LIKE '%:%';
CREATE INDEX ix_sessions_network ON tb_sessions (user_id, network, created_at);
