package io.zizhi.qualification.outcome.restriction;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.qualification.outcome.restriction.request.RestrictionRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Records in the audit log who requested, viewed, confirmed or took back a restriction. */
@ApplicationScoped
class RestrictionAudit {

    private final AuditLog audit;

    RestrictionAudit(AuditLog audit) {
        this.audit = audit;
    }

    Uni<Void> requested(Caller supervisor, RestrictionRequest request) {
        return record(supervisor, "restriction.requested", request, List.of("act", "reason", "note", "internalNote"));
    }

    /** @param reader a supervisor or auditor */
    Uni<Void> viewed(Caller reader, RestrictionRequest request) {
        return record(reader, "restriction.viewed", request, List.of("note", "internalNote"));
    }

    Uni<Void> confirmed(Caller supervisor, RestrictionRequest request) {
        return record(supervisor, "restriction.confirmed", request, List.of("restriction"));
    }

    Uni<Void> cancelled(Caller supervisor, RestrictionRequest request) {
        return record(supervisor, "restriction.cancelled", request, List.of());
    }

    private Uni<Void> record(Caller caller, String action, RestrictionRequest request, List<String> fields) {
        return audit.append(new AuditEntry(
                caller.subject(),
                caller.has(Roles.SUPERVISOR) ? Roles.SUPERVISOR : Roles.AUDITOR,
                request.accountId(),
                action,
                "restriction-request",
                Long.toString(request.id()),
                request.reason().name(),
                fields));
    }
}
