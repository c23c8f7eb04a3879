-- The account that a reviewer's own calls named last; null for staff whose tokens name none. No row: who has not called yet.
create table reviewer_account (
    reviewer_id text primary key,
    account_id text,
    seen_at timestamptz not null default clock_timestamp()
);

create index reviewer_account_of_account on reviewer_account (account_id) where account_id is not null;
