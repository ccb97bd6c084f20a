DROP TABLE holidays;
DROP TABLE delegations;
DROP TABLE users;
DROP TABLE unit_history;
DROP TABLE units;
DROP TABLE wards;
