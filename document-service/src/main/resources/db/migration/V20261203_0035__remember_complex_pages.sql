-- Pages that took too much time or memory.

set local lock_timeout = '5s';

-- Such a page is refused for an hour. Each row has cost an account or a member of staff the time of a process, which
-- bounds the number of rows.
create table complex_page (
    -- No foreign key: the row of a removed document goes within the hour.
    document_id text        not null,
    page        integer     not null check (page > 0),
    -- Versions and limits of the renderer. Other versions or limits may show the page.
    renderer    text        not null,
    -- In pixels. A narrower page may take less.
    width       integer     not null check (width > 0),
    found_at    timestamptz not null default clock_timestamp(),
    primary key (document_id, page, renderer)
);

create index complex_page_by_time on complex_page (found_at);
