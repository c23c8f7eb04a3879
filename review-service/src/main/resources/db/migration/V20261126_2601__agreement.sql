-- How often second persons agreed is asked for over a period, by when they did.
create index proposal_by_end on proposal (ended_at) where ended_at is not null;
