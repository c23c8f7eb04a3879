-- Pictures are stored encoded again, so the digest of the upload is no longer that of the stored bytes.

set local lock_timeout = '5s';

-- Digest of the bytes as uploaded, 64 hexadecimal digits. Null in rows of older releases, which stored the bytes unchanged.
alter table document add column if not exists uploaded_sha256 text;
