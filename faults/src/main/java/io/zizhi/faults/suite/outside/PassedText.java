package io.zizhi.faults.suite.outside;

import java.time.Instant;

/**
 * A text that the gateway passed to a phone.
 *
 * @param at when its message first arrived at the gateway
 */
public record PassedText(Instant at, String text) {}
