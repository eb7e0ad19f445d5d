-- friends_only: whether they take messages from friends alone. It follows their setting who_may_write.
ALTER TABLE tb_users ADD COLUMN friends_only BOOLEAN NOT NULL DEFAULT FALSE;
-- Few do: asking about somebody who does not reads none of them.
CREATE INDEX ix_users_friends_only ON tb_users (user_id) WHERE friends_only;
