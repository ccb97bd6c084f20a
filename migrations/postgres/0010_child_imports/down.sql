DROP TABLE child_import_mappings;
DROP TABLE child_import_rows;
DROP TABLE child_imports;
