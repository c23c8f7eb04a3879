-- The one relay of the service. Its holder renews the row; another replica takes it when it has expired, and raises the
-- epoch by which the holder's statements are fenced.
create table relay_lease (
    only_one   boolean     primary key default true check (only_one),
    holder     text,
    epoch      bigint      not null,
    renewed_at timestamptz not null,
    expires_at timestamptz not null
);

insert into relay_lease(epoch, renewed_at, expires_at) values (0, clock_timestamp(), clock_timestamp());
