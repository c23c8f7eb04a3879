-- What the proof of an erasure also says: whether copies may still be readable, and why an erasure does not finish.

set local lock_timeout = '5s';

alter table account_erasure
    -- Whether data of the account may have been encrypted with the shared keysets when its own keys were destroyed. True
    -- where this is not known.
    add column shared_keysets_in_use boolean not null default true,
    -- Kind of the failure of the last round; null after a round without one.
    add column failure text;
