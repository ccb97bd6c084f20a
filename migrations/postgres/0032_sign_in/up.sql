-- How long a session may stand unused depends on whose machine it is on; so far only its length told.
ALTER TABLE sessions ADD COLUMN is_shared BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE sessions SET is_shared = TRUE WHERE expires_at - created_at < INTERVAL '1 day';

-- Sessions that began when the cookie had a name without prefix may show it once more, and no others.
ALTER TABLE sessions ADD COLUMN plain_cookie BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE sessions SET plain_cookie = TRUE;

-- When the password was set by somebody else; empty once the person has chosen their own.
ALTER TABLE users ADD COLUMN first_password_at TIMESTAMP;
UPDATE users SET first_password_at = updated_at WHERE must_change_password;
