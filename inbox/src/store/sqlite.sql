-- What the inbox keeps. No address, no user agent, no words: a message is its sealed bytes and the minute they came.
-- Times are whole minutes since 1.1.1970 in UTC.

CREATE TABLE message (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    county   TEXT    NOT NULL,
    key_hash BLOB    NOT NULL CHECK (length(key_hash) = 32),
    digest   BLOB    NOT NULL CHECK (length(digest) = 32),
    arrived  INTEGER NOT NULL,
    size     INTEGER NOT NULL,
    sealed   BLOB,             -- NULL once deleted: then only the receipt is left.
    pulled   INTEGER,
    handled  INTEGER,
    deleted  INTEGER,
    UNIQUE (county, key_hash)
) STRICT;

CREATE INDEX message_waiting ON message (arrived) WHERE pulled IS NULL AND sealed IS NOT NULL;

CREATE TABLE staff_token (
    hash    BLOB    PRIMARY KEY CHECK (length(hash) = 32),
    county  TEXT    NOT NULL,
    name    TEXT    NOT NULL,
    created INTEGER NOT NULL,
    UNIQUE (county, name)
) STRICT;

CREATE TABLE trail (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    at        INTEGER NOT NULL,
    county    TEXT    NOT NULL,
    who       TEXT    NOT NULL,
    action    TEXT    NOT NULL,
    reference TEXT    NOT NULL
) STRICT;

PRAGMA user_version = 1;
