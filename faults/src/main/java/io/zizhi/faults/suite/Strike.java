package io.zizhi.faults.suite;

import java.time.Instant;

/**
 * An injected fault.
 *
 * @param fault the name of its kind
 * @param what its description, for people
 * @param hit whether anything was broken; a fail-point that no service reached breaks nothing
 * @param from when it began, by the clock of the machine
 * @param to when everything was started again
 */
public record Strike(String fault, String what, boolean hit, Instant from, Instant to) {}
