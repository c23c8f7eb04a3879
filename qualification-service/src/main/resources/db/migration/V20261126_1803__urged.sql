-- When the applicant asked the desk to hurry with it; once for each submission.
alter table revision add column urged_at timestamptz;
