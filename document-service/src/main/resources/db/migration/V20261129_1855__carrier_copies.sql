-- Which carrier got a copy of a document, and for which carrier filing. Both are null for all other views.

set local lock_timeout = '5s';

alter table document_view
    add column if not exists carrier_filing bigint,
    add column if not exists carrier text;
