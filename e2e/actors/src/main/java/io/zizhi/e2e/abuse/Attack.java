package io.zizhi.e2e.abuse;

/**
 * An attempt to disable the suite. It takes seconds and at its end releases everything that it holds.
 *
 * @param name its name in the report
 */
record Attack(String name, Strike strike) {

    /** Runs the attack. A rejection, a closed connection or no response is expected and is not a failure. */
    interface Strike {
        void on(Target target) throws InterruptedException;
    }
}
