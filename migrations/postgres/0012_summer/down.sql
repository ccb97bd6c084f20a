DROP TABLE summer_leaves;
DROP TABLE summer_opinions;
DROP TABLE summer_marks;
DROP TABLE summer_sessions;
DROP TABLE summer_group_members;
DROP TABLE summer_groups;
DROP TABLE summer_handover_children;
DROP TABLE summer_handovers;
