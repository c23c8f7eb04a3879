package io.zizhi.document.limits;

/** Why a transfer is cut off. */
public enum Slowness {
    /** Slower than the slowest rate. */
    SLOW("slow"),
    /** Slower than others can wait for. */
    CROWDED_OUT("crowded"),
    /** Longer than any transfer may last. */
    LATE("late");

    private final String label;

    Slowness(String label) {
        this.label = label;
    }

    /** Its value in metrics. */
    String label() {
        return label;
    }
}
