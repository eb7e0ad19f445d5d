-- The words of messages, folded, with spaces between; #room and @sender are words as well. search_id sorts by the time of the message. A message that
-- was recalled has no row.
CREATE TABLE tb_search (
    search_id  INTEGER PRIMARY KEY,
    message_id BLOB NOT NULL UNIQUE,
    words      TEXT NOT NULL
);

-- Only spaces part words here: they were cut before. secure-delete: a word that goes leaves nothing in the index.
CREATE VIRTUAL TABLE tb_search_words USING fts5 (
    words, content = 'tb_search', content_rowid = 'search_id', tokenize = "ascii tokenchars '#@'", detail = none, columnsize = 0
);
INSERT INTO tb_search_words (tb_search_words, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER tr_search_added AFTER INSERT ON tb_search BEGIN
    INSERT INTO tb_search_words (rowid, words) VALUES (new.search_id, new.words);
END;
CREATE TRIGGER tr_search_removed AFTER DELETE ON tb_search BEGIN
    INSERT INTO tb_search_words (tb_search_words, rowid, words) VALUES ('delete', old.search_id, old.words);
END;
CREATE TRIGGER tr_search_changed AFTER UPDATE ON tb_search BEGIN
    INSERT INTO tb_search_words (tb_search_words, rowid, words) VALUES ('delete', old.search_id, old.words);
    INSERT INTO tb_search_words (rowid, words) VALUES (new.search_id, new.words);
END;

-- Up to which change each room is indexed.
CREATE TABLE tb_search_progress (
    room_id BLOB PRIMARY KEY,
    rev     BIGINT NOT NULL
);
