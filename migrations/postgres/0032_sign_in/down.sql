ALTER TABLE users DROP COLUMN first_password_at;
ALTER TABLE sessions DROP COLUMN plain_cookie;
ALTER TABLE sessions DROP COLUMN is_shared;
