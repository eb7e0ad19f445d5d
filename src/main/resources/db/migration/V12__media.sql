-- What files are made of, once each, by SHA-256 in hexadecimal. loose_at: since when it may be of no file; null once it was found to be of one.
-- doomed: it is being deleted.
CREATE TABLE tb_contents (
    hash     TEXT PRIMARY KEY,
    loose_at BIGINT,
    doomed   BOOLEAN NOT NULL
);
CREATE INDEX ix_contents_loose ON tb_contents (loose_at) WHERE loose_at IS NOT NULL;

-- What people have uploaded. refs: in how many messages it is. 0 until it is sent; a file that the last of them lets go of is deleted with it.
CREATE TABLE tb_files (
    file_id    ${uuid} PRIMARY KEY,
    user_id    ${uuid} NOT NULL REFERENCES tb_users,
    name       TEXT NOT NULL,
    mime       TEXT NOT NULL,
    hash       TEXT NOT NULL REFERENCES tb_contents,
    size       BIGINT NOT NULL,
    width      INTEGER,
    height     INTEGER,
    refs       INTEGER NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL
);
CREATE INDEX ix_files_user ON tb_files (user_id, created_at);
CREATE INDEX ix_files_hash ON tb_files (hash);
CREATE INDEX ix_files_unused ON tb_files (created_at) WHERE refs = 0;

-- In which messages files are: who sees one of those may fetch the file.
CREATE TABLE tb_attachments (
    message_id ${uuid} NOT NULL,
    place      INTEGER NOT NULL,
    file_id    ${uuid} NOT NULL REFERENCES tb_files,
    PRIMARY KEY (message_id, place)
);
CREATE INDEX ix_attachments_file ON tb_attachments (file_id);

-- The files of a message as its readers are told of them, as JSON: they never change, and a page of history reads nothing else.
ALTER TABLE tb_messages ADD COLUMN attachments TEXT;
