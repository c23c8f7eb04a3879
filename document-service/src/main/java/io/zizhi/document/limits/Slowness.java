package io.zizhi.document.limits;

/** Why a transfer was cut off. */
public enum Slowness {
    /** The transfer was slower than the minimum rate. */
    SLOW("slow"),
    /** The transfer was slower than the higher rate that applies while others wait. */
    CROWDED_OUT("crowded"),
    /** The transfer exceeded the maximum duration. */
    LATE("late");

    private final String label;

    Slowness(String label) {
        this.label = label;
    }

    /** Returns the label in metrics. */
    String label() {
        return label;
    }
}
