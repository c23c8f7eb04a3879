-- Ready-made notes of a desk's own, beside the bundled ones; each change names the version that it replaces.
create table canned_text (
    id text primary key,
    reason text not null,
    name text not null,
    zh text not null,
    en text not null,
    version bigint not null,
    changed_by text not null,
    changed_at timestamptz not null,
    unique (reason, name)
);
