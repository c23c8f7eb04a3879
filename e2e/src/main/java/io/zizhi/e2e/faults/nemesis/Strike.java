package io.zizhi.e2e.faults.nemesis;

import java.time.Instant;

/**
 * One failure that was made to happen.
 *
 * @param fault the name of its kind
 * @param what what was done, for people
 * @param hit whether something was broken; a fail-point that nobody passed breaks nothing
 * @param from when it began, by the clock of the machine
 * @param to when everything was started again
 */
public record Strike(String fault, String what, boolean hit, Instant from, Instant to) {}
