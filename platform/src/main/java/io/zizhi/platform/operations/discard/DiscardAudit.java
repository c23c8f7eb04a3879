package io.zizhi.platform.operations.discard;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.operations.OperationsAudit;
import jakarta.enterprise.context.ApplicationScoped;

/** Records in the audit log when a discard is requested, confirmed or cancelled. */
@ApplicationScoped
class DiscardAudit {

    private final OperationsAudit audit;

    DiscardAudit(OperationsAudit audit) {
        this.audit = audit;
    }

    Uni<Void> record(String operator, String action, Discard discard) {
        String object = discard.kind() + " " + discard.topic() + "/" + discard.objectId()
                + (discard.version() == null ? "" : "@" + discard.version());
        return audit.record(operator, action, "discard", discard.id() + " " + object, discard.reason());
    }
}
