DROP TABLE event_headcounts;
DROP TABLE event_marks;
DROP TABLE event_grants;
DROP TABLE event_duties;
DROP TABLE event_helpers;
DROP TABLE event_opinions;
DROP TABLE event_registrations;
