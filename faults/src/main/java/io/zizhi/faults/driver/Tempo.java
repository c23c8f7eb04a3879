package io.zizhi.faults.driver;

/** How fast the actors work, and how much each agency files beyond single qualifications. */
public enum Tempo {
    /** The machine is for this run alone. */
    FULL(1, 20, 4),
    /** Other tests run in parallel. */
    CALM(4, 5, 1),
    /** Replicas start meanwhile, and sheets are needed until the end. */
    CALM_WITH_SHEETS(3, 5, 12);

    private final int slowdown;
    private final int letters;
    private final int sheets;

    Tempo(int slowdown, int letters, int sheets) {
        this.slowdown = slowdown;
        this.letters = letters;
        this.sheets = sheets;
    }

    Pace of(Pace pace) {
        return pace.slower(slowdown);
    }

    /** Returns the maximum number of letters of an agency. */
    int letters() {
        return letters;
    }

    /** Returns the maximum number of sheets of an agency. */
    int sheets() {
        return sheets;
    }
}
