package io.zizhi.document.pinning;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Makes the pins of a submission last: of a qualification, or of a letter, whose number is no qualification's. Part of the
 * transaction of whoever asks.
 */
@ApplicationScoped
class ConfirmPins {

    private static final Logger LOG = Logger.getLogger(ConfirmPins.class);

    private final PinRepository pins;

    ConfirmPins(PinRepository pins) {
        this.pins = pins;
    }

    Uni<Void> confirm(long workOrder, List<String> documentIds, long subjectId, int revision) {
        if (documentIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return pins.confirm(documentIds, subjectId, revision)
                .invoke(confirmed -> warnOfLost(workOrder, documentIds.size() - confirmed))
                .replaceWithVoid();
    }

    private static void warnOfLost(long workOrder, int lost) {
        if (lost > 0) {
            LOG.warnf("work order %d relies on %d document(s) that are not pinned", workOrder, lost);
        }
    }
}
