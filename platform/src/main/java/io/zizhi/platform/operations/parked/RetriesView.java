package io.zizhi.platform.operations.parked;

/**
 * Number of resumed aggregates. Their events are applied in the background; aggregates that fail again are parked
 * again.
 *
 * @param taken number of resumed aggregates
 * @param more whether there may be more than the limit of one request
 */
public record RetriesView(int taken, boolean more) {}
