DROP TABLE communication_reports;
DROP TABLE communication_units;
DROP TABLE communications;
DROP TABLE communication_campaigns;
