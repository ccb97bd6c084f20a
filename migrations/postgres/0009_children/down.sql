DROP TABLE child_merges;
DROP TABLE child_distinctions;
DROP TABLE child_history;
DROP TABLE child_supports;
DROP TABLE child_circumstances;
DROP TABLE child_guardians;
DROP TABLE children;
