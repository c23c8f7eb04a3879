-- Companies that prove themselves by a scan. The name of the legal person is encrypted.
create table company_authentication (
    id                text primary key check (id ~ '^[0-9a-f]{32}$'),
    account_id        text        not null,
    provider          text        not null,
    reference         text        not null,
    qr_content        text        not null,
    status            text        not null check (status in ('PENDING', 'SCANNED', 'CONFIRMED', 'DENIED', 'EXPIRED')),
    started_at        timestamptz not null,
    expires_at        timestamptz not null,
    ended_at          timestamptz,
    company_name      text,
    credit_code       text,
    legal_person_name bytea,
    valid_from        date,
    valid_to          date,
    check ((ended_at is null) = (status in ('PENDING', 'SCANNED'))),
    check ((status = 'CONFIRMED') = (company_name is not null and credit_code is not null))
);

create index company_authentication_by_account on company_authentication (account_id, started_at);

-- What the page that stands in for a provider on one machine has open; empty in production.
create table local_company_scan (
    reference         text primary key,
    account_id        text not null,
    status            text not null check (status in ('PENDING', 'SCANNED', 'CONFIRMED', 'DENIED')),
    company_name      text,
    credit_code       text,
    legal_person_name bytea,
    valid_from        date,
    valid_to          date
);
