package io.zizhi.document.storage.sweep;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Findings of one sweep so far. */
final class SweepFindings {

    private static final Logger LOG = Logger.getLogger(SweepFindings.class);

    /**
     * Maximum number of suspects in one sweep. Each is checked individually, in milliseconds; later sweeps check the
     * rest.
     */
    private static final int MOST_SUSPECTS = 1_000;

    /**
     * Maximum number of errors in one sweep. More errors indicate an outage instead of damaged objects, and end the
     * sweep.
     */
    private static final int MOST_SKIPPED = 100;

    private final Set<String> suspects = new LinkedHashSet<>();
    private int skipped;

    /** Adds rows whose objects were not listed. */
    void suspect(Collection<String> keys) {
        keys.stream().limit(MOST_SUSPECTS - suspects.size()).forEach(suspects::add);
    }

    /** Skips something that the object store cannot read. */
    void skip(String what, Throwable why) {
        LOG.errorf("The sweep skips %s, which the object store cannot read: %s", what, why);
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
