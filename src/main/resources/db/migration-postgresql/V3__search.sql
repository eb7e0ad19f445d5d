-- The words of messages, folded, with spaces between; #room and @sender are words as well. search_id sorts by the time of the message. A message that
-- was recalled has no row.
CREATE TABLE tb_search (
    search_id  BIGINT PRIMARY KEY,
    message_id UUID NOT NULL UNIQUE,
    words      TEXT NOT NULL
);

-- No parser and no dictionary of the database has a say: the words are taken as they are.
CREATE INDEX ix_search_words ON tb_search USING gin (array_to_tsvector(string_to_array(words, ' ')));

-- Up to which change each room is indexed.
CREATE TABLE tb_search_progress (
    room_id UUID PRIMARY KEY,
    rev     BIGINT NOT NULL
);
