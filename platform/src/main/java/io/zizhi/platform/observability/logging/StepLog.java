package io.zizhi.platform.observability.logging;

import org.jboss.logging.Logger;

/**
 * Logs one line per processing step: a request that may change something, the outcome of a received event, a message
 * passed to a gateway. Each line names its trace, so that one trace id finds every step of a submission in the logs of
 * all services. Lines contain only names of routes and types, ids and codes, never personal texts, names or numbers.
 * They have their own log category, which can be switched off separately.
 */
public final class StepLog {

    public static final String CATEGORY = "io.zizhi.steps";

    private static final Logger LOG = Logger.getLogger(CATEGORY);

    private StepLog() {}

    /** Logs a step in the current trace. */
    public static void log(String step) {
        LOG.info(step);
    }
}
