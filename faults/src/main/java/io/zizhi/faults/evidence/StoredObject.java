package io.zizhi.faults.evidence;

import java.time.Instant;

/**
 * An object of the bucket.
 *
 * @param sha256 of its decrypted bytes, in hexadecimal digits; otherwise the reason why decryption failed
 * @param storedAt by the clock of the store
 */
public record StoredObject(String key, String sha256, Instant storedAt) {}
