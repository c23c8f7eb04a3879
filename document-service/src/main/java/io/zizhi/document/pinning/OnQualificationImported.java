package io.zizhi.document.pinning;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationImported;
import io.zizhi.document.pinning.use.Submission;
import io.zizhi.document.pinning.use.UseState;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Confirms the pins of an imported qualification. */
@ApplicationScoped
class OnQualificationImported implements Reaction<QualificationImported> {

    private final ConfirmPins pins;

    OnQualificationImported(ConfirmPins pins) {
        this.pins = pins;
    }

    @Override
    public Class<QualificationImported> event() {
        return QualificationImported.class;
    }

    @Override
    public Uni<Void> react(QualificationImported event, EventContext context) {
        return pins.confirm(
                event.documentIds(),
                new Submission(
                        event.qualificationId(),
                        event.revision(),
                        event.workOrder(),
                        UseState.IN_FORCE,
                        event.importedAt()));
    }
}
