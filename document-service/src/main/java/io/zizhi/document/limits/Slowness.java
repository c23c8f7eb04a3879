package io.zizhi.document.limits;

/** Why a transfer was cut off. */
public enum Slowness {
    /** Below the minimum rate. */
    SLOW("slow"),
    /** Below the higher rate that applies while others wait. */
    CROWDED_OUT("crowded"),
    /** Longer than the maximum duration. */
    LATE("late");

    private final String label;

    Slowness(String label) {
        this.label = label;
    }

    /** Label in metrics. */
    String label() {
        return label;
    }
}
