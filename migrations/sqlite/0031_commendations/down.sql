DROP TABLE commendation_tasks;
DROP TABLE commendations;
DROP TABLE commendation_decisions;
