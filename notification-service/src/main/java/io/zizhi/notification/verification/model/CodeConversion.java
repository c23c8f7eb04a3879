package io.zizhi.notification.verification.model;

/**
 * How many of the codes of a window were entered.
 *
 * @param issued codes issued in the window, superseded ones included
 * @param verified those of them that were entered correctly
 */
public record CodeConversion(long issued, long verified) {}
