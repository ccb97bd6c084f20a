DROP TABLE inspection_recommendations;
DROP TABLE inspection_visits;
DROP TABLE inspections;
