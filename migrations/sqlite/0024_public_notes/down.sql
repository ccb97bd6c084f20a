DROP TABLE public_notes;
