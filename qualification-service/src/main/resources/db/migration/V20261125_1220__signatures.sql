-- Which qualification carries an SMS signature, and which letter authorises it. Numbers come from the sequence of the
-- qualifications, whose topic the bindings share.
create table signature (
    id               bigint primary key,
    account_id       text        not null,
    name             text        not null,
    qualification_id bigint      not null references qualification (id),
    letter_id        bigint references authorization_letter (id),
    bound_at         timestamptz not null,
    moved_at         timestamptz,
    released_at      timestamptz
);

create unique index signature_bound_once on signature (account_id, name) where released_at is null;
create index signature_of_qualification on signature (qualification_id, id) where released_at is null;
create index signature_of_letter on signature (letter_id) where released_at is null;
