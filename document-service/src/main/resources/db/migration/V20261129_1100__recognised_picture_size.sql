-- The size of recognised pictures. It is not in the encrypted result: older replicas refuse a result with other fields.

set local lock_timeout = '5s';

-- In pixels, 1 to 100,000. Both are null without a result, in rows of older releases, and if the service reports no size.
alter table recognition
    add column if not exists width integer,
    add column if not exists height integer;
