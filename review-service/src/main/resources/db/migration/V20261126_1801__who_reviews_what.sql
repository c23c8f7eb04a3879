-- To which company an account belongs, as zizhi.account.v1 tells it; null for a person and where it was erased.
create table account_identity (
    account_id  text primary key,
    credit_code text,
    version     bigint not null
);

-- Which reviews a reviewer may take; an empty list stands for everything, and so does a reviewer without a row.
create table reviewer_skills (
    reviewer_id text primary key,
    owner_types text[] not null,
    policies    text[] not null,
    purposes    text[] not null,
    subjects    text[] not null,
    version     bigint not null
);
