DROP TABLE child_data_requests;
DROP TABLE child_consents;
