DROP TABLE breach_measures;
DROP TABLE breaches;
