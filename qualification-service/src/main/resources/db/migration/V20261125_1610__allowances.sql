-- How often an account did what is limited, since the window began.
create table account_allowance (
    account_id text        not null,
    purpose    text        not null,
    began_at   timestamptz not null,
    used       integer     not null check (used > 0),
    primary key (account_id, purpose)
);

-- Starts are counted there now.
drop index company_authentication_by_account;
create index company_authentication_by_account on company_authentication (account_id);
