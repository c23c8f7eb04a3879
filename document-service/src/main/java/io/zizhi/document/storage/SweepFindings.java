package io.zizhi.document.storage;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** What one sweep has come across so far. */
final class SweepFindings {

    private static final Logger LOG = Logger.getLogger(SweepFindings.class);

    /** Each is asked for alone, in milliseconds; more than that are asked for by later sweeps. */
    private static final int MOST_SUSPECTS = 1_000;

    /** More errors than that are no damage of single objects but an outage, and the sweep ends. */
    private static final int MOST_SKIPPED = 100;

    private final Set<String> suspects = new LinkedHashSet<>();
    private int skipped;

    /** Rows whose objects were not listed. */
    void suspect(Collection<String> keys) {
        keys.stream().limit(MOST_SUSPECTS - suspects.size()).forEach(suspects::add);
    }

    /** Goes on past something that the object store cannot read. */
    void skip(String what, Throwable why) {
        LOG.errorf("the sweep cannot examine %s: %s", what, why);
        skipped++;
        if (skipped > MOST_SKIPPED) {
            throw new IllegalStateException("The object store answers too many calls with errors", why);
        }
    }

    List<String> suspects() {
        return List.copyOf(suspects);
    }

    int skipped() {
        return skipped;
    }
}
