-- How long a session may stand unused depends on whose machine it is on; so far only its length told.
ALTER TABLE sessions ADD COLUMN is_shared INTEGER NOT NULL DEFAULT 0;
UPDATE sessions SET is_shared = 1 WHERE julianday(expires_at) - julianday(created_at) < 1;

-- Sessions that began when the cookie had a name without prefix may show it once more, and no others.
ALTER TABLE sessions ADD COLUMN plain_cookie INTEGER NOT NULL DEFAULT 0;
UPDATE sessions SET plain_cookie = 1;

-- When the password was set by somebody else; empty once the person has chosen their own.
ALTER TABLE users ADD COLUMN first_password_at TEXT;
UPDATE users SET first_password_at = updated_at WHERE must_change_password = 1;
