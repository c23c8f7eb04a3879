-- How many different documents, submissions and accounts each member of staff has seen lately.

set local lock_timeout = '5s';

-- One row per person and object: its last view. Deleted two days after it.
create table staff_view (
    reviewer_id   text        not null,
    kind          text        not null check (kind in ('DOCUMENT', 'SUBMISSION')),
    -- The id of the document, or the work order.
    object_id     text        not null,
    account_id    text        not null,
    viewed_at     timestamptz not null,
    -- While the desk was closed under every clock policy.
    outside_hours boolean     not null,
    primary key (reviewer_id, kind, object_id)
);

create index staff_view_by_time on staff_view (viewed_at, reviewer_id);

-- Locked before the views of a person are counted, so that replicas count one after the other.
create table viewing_allowance (
    reviewer_id text        primary key,
    -- Earlier views do not count: a supervisor lifted the limit.
    counts_from timestamptz not null default '-infinity',
    -- After the last view; tells when a view raises it.
    level       text        not null default 'NORMAL' check (level in ('NORMAL', 'UNUSUAL', 'LIMITED'))
);
