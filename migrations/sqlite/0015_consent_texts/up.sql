-- Which version of the text was shown to those who were asked: part of the proof of a consent (Decree 356/2025/NĐ-CP,
-- art. 6).
ALTER TABLE child_consents ADD COLUMN text_version TEXT NOT NULL DEFAULT '';
