DROP TABLE reminders;
DROP TABLE task_updates;
DROP TABLE task_parts;
DROP TABLE tasks;
