package io.zizhi.qualification.account.allowance;

import java.time.Duration;

/**
 * What an account may do how often.
 *
 * @param purpose what; each has a count of its own
 * @param limit how often within the window; at least 1
 * @param window how long it counts, from the first time
 */
public record Allowance(String purpose, int limit, Duration window) {}
