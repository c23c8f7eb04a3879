package io.zizhi.e2e.abuse;

/**
 * One way of trying to stop the suite. It takes seconds and lets go of all that it holds at its end.
 *
 * @param name what is done, as the report says it
 */
record Attack(String name, Strike strike) {

    /** Does it. A refusal, a closed connection or no answer at all is what an attacker must expect, and no failure. */
    interface Strike {
        void on(Target target) throws InterruptedException;
    }
}
