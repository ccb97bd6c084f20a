DROP INDEX attachments_by_ward;
DROP TABLE sign_ins;
