package io.zizhi.platform.operations.audit.acceptance;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.operations.audit.chain.ChainedRow;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records in the audit log when an acceptance is requested, confirmed or cancelled. */
@ApplicationScoped
class AcceptanceAudit {

    private final AuditLog log;
    private final AcceptanceRepository acceptances;

    AcceptanceAudit(AuditLog log, AcceptanceRepository acceptances) {
        this.log = log;
        this.acceptances = acceptances;
    }

    Uni<Void> record(Caller person, String action, Acceptance acceptance) {
        return record(person, action, acceptance, null);
    }

    /**
     * Records a confirmation in each accepted chain, where a search by account finds it. The new row also has the head of
     * the chain anchored again, so from now on anchors prove the accepted rows.
     */
    Uni<Void> recordConfirmed(Caller person, Acceptance acceptance) {
        String action = "audit-acceptance.confirmed";
        return record(person, action, acceptance)
                .chain(() -> Multi.createFrom()
                        .iterable(acceptance.content().chains())
                        .map(SealedChain::chain)
                        .filter(chain -> !chain.equals(ChainedRow.SYSTEM))
                        .onItem()
                        .transformToUniAndConcatenate(chain -> record(person, action, acceptance, chain))
                        .collect()
                        .asList()
                        .replaceWithVoid());
    }

    /** The reason of an unsigned request was never checked, so it may be anything. */
    private Uni<Void> record(Caller person, String action, Acceptance acceptance, @Nullable String account) {
        return log.append(new AuditEntry(
                person.subject(),
                person.has(Roles.AUDITOR) ? Roles.AUDITOR : Roles.OPERATOR,
                account,
                action,
                "audit-acceptance",
                Long.toString(acceptance.id()),
                acceptances.isSigned(acceptance) ? acceptance.content().reason() : null,
                List.of()));
    }
}
