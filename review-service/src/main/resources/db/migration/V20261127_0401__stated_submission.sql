-- The submission's instant as its event states it, where it was implausible and the clock of the review starts elsewhere.
alter table review add column stated_submission_at timestamptz;
