package io.zizhi.e2e.faults.audit;

import java.time.Instant;

/**
 * An object of the bucket.
 *
 * @param sha256 of its bytes after decryption, in hexadecimal digits; otherwise why they cannot be decrypted
 * @param storedAt by the clock of the store
 */
public record StoredObject(String key, String sha256, Instant storedAt) {}
