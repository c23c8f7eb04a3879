package io.zizhi.document.pinning;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.platform.inbox.EventContext;
import io.zizhi.platform.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * The revision was submitted: its pins hold for good, also those that have lapsed meanwhile. Pins of an earlier attempt
 * at the same revision, with documents that it does not hold any more, are left to lapse.
 */
@ApplicationScoped
class OnQualificationSubmitted implements Reaction<QualificationSubmitted> {

    private static final Logger LOG = Logger.getLogger(OnQualificationSubmitted.class);

    private final PinRepository pins;

    OnQualificationSubmitted(PinRepository pins) {
        this.pins = pins;
    }

    @Override
    public Class<QualificationSubmitted> event() {
        return QualificationSubmitted.class;
    }

    @Override
    public Uni<Void> react(QualificationSubmitted event, EventContext context) {
        if (event.documentIds().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return pins.confirm(event.documentIds(), event.qualificationId(), event.revision())
                .invoke(confirmed -> warnOfLost(event, confirmed))
                .replaceWithVoid();
    }

    private static void warnOfLost(QualificationSubmitted event, int confirmed) {
        int lost = event.documentIds().size() - confirmed;
        if (lost > 0) {
            LOG.warnf("work order %d relies on %d document(s) that are not pinned", event.workOrder(), lost);
        }
    }
}
