DROP TABLE plan_sections;
DROP TABLE plans;
