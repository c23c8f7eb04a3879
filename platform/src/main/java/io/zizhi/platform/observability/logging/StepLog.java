package io.zizhi.platform.observability.logging;

import org.jboss.logging.Logger;

/**
 * One line for each step that is taken: a request that may change something, what became of an event that came, a message that
 * was handed over. Each line names the trace of its step, so that all that one submission caused is found in the logs of
 * all services by its trace id. Lines consist of names of routes and types, ids and codes: never a text, a name or a
 * number of a person. They have a category of their own, so that whoever has too many of them can switch them off alone.
 */
public final class StepLog {

    /** The category of the lines. */
    public static final String CATEGORY = "io.zizhi.steps";

    private static final Logger LOG = Logger.getLogger(CATEGORY);

    private StepLog() {}

    /** Tells of a step in the trace that is current. */
    public static void tell(String step) {
        LOG.info(step);
    }
}
