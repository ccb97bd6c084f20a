DROP TABLE report_reminders;
DROP TABLE report_steps;
DROP TABLE report_values;
DROP TABLE report_revisions;
DROP TABLE reports;
