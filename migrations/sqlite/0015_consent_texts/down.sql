ALTER TABLE child_consents DROP COLUMN text_version;
