-- Names that look alike are one name within an account: each row holds the skeleton of its name (UTS #39), which the service
-- computes. A row without one was written before and is compared by its name until that is written again.
alter table qualification add column name_key text;
alter table authorization_letter add column name_key text;
alter table signature add column name_key text;

drop index qualification_name_per_account;
create unique index qualification_name_per_account on qualification (account_id, coalesce(name_key, name))
    where deleted_at is null;

drop index authorization_letter_name_per_account;
create unique index authorization_letter_name_per_account on authorization_letter (account_id, coalesce(name_key, name))
    where deleted_at is null;

drop index signature_bound_once;
create unique index signature_bound_once on signature (account_id, coalesce(name_key, name)) where released_at is null;
