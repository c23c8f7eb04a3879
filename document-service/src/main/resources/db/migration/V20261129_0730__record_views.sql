-- Who viewed which document, for auditors and owners. The audit log has the same views, but not the work order.

set local lock_timeout = '5s';

create table document_view (
    -- The number of the view, which the watermark of a page carries: 48 random bits.
    mark        text        primary key check (mark ~ '^[0-9a-f]{12}$'),
    -- No foreign key: a view is kept when its document is deleted.
    document_id text        not null,
    account_id  text        not null,
    viewer      text        not null,
    role        text        not null,
    -- Both are null for views by the owner.
    reason      text,
    work_order  bigint,
    -- Null if the whole file was downloaded.
    page        integer     check (page > 0),
    viewed_at   timestamptz not null
);

-- Each list begins with the newest view.
create index document_view_of_document on document_view (document_id, viewed_at desc, mark desc);
create index document_view_of_work_order on document_view (work_order, viewed_at desc, mark desc) where work_order is not null;
create index document_view_of_viewer on document_view (viewer, viewed_at desc, mark desc);
create index document_view_by_time on document_view (viewed_at desc, mark desc);

-- Number of pages of a PDF, from 1. Null until one of its pages was shown, and for other files.
alter table document add column if not exists pages integer;
