package io.zizhi.platform.operations.timers;

/** State of a timer. */
public enum TimerState {
    ARMED,
    FIRED,
    CANCELLED
}
