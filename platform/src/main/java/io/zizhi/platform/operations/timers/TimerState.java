package io.zizhi.platform.operations.timers;

/** What became of a timer. */
public enum TimerState {
    ARMED,
    FIRED,
    CANCELLED
}
