package io.zizhi.review.decision;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Returns the part of a decision that qualification-service shows to the applicant. Records the view. */
@ApplicationScoped
public class ReadNotes {

    private final DecisionRepository decisions;
    private final AccountCiphers ciphers;
    private final AuditLog audit;

    ReadNotes(DecisionRepository decisions, AccountCiphers ciphers, AuditLog audit) {
        this.decisions = decisions;
        this.ciphers = ciphers;
        this.audit = audit;
    }

    @WithTransaction
    public Uni<NotesView> read(long workOrder, Caller service) {
        return decisions
                .require(workOrder)
                .call(decision -> audit.append(entry(service, decision)))
                .chain(decision -> ciphers.forAccount(decision.accountId())
                        .map(cipher -> NotesView.from(decision, decision.verdict(cipher))));
    }

    private static AuditEntry entry(Caller service, Decision decision) {
        return new AuditEntry(
                service.subject(),
                Roles.SERVICE,
                decision.accountId(),
                "decision.viewed",
                "review",
                Long.toString(decision.workOrder()),
                null,
                List.of("notes"));
    }
}
