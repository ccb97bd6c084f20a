DROP TABLE injuries;
