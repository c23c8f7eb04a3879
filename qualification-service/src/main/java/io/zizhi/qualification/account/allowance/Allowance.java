package io.zizhi.qualification.account.allowance;

import java.time.Duration;

/**
 * How often an account may perform an action.
 *
 * @param purpose the action; each is counted separately
 * @param limit maximum number within the window; at least 1
 * @param window length of the window, which starts with the first use
 */
public record Allowance(String purpose, int limit, Duration window) {}
