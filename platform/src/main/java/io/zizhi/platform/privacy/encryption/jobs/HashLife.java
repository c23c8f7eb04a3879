package io.zizhi.platform.privacy.encryption.jobs;

import java.time.Duration;

/**
 * How long a service keeps keyed hashes whose values it does not store, for example counters of numbers. They cannot be
 * computed again, so a replaced key is kept for as long.
 *
 * @param life from the storing of a hash to its deletion
 */
public record HashLife(Duration life) {}
