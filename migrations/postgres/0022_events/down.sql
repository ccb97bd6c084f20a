DROP TABLE safety_plans;
DROP TABLE event_units;
DROP TABLE events;
