-- secret: what codes of an authenticator app are made of, encrypted. last_step: the time step of the newest code that was used: none up to it is
-- good again. confirmed_at is empty while a code has yet to show that the app has the secret: until then nothing is asked for.
CREATE TABLE tb_second_factors (
    user_id      ${uuid} PRIMARY KEY REFERENCES tb_users,
    secret       ${bytes} NOT NULL,
    last_step    BIGINT NOT NULL,
    confirmed_at BIGINT
);

-- Codes for when the app is lost, hashed; a used one is gone.
CREATE TABLE tb_recovery_codes (
    user_id   ${uuid} NOT NULL REFERENCES tb_users,
    code_hash ${bytes} NOT NULL,
    PRIMARY KEY (user_id, code_hash)
);
