package io.zizhi.platform.operations.parked;

/**
 * How many aggregates were taken up again. Their events are applied in the background; what fails again is parked again.
 *
 * @param taken how many
 * @param more whether there may be more than were taken at once
 */
public record RetriesView(int taken, boolean more) {}
