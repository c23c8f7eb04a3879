package io.zizhi.qualification.account.viewing;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Records that staff or a service view data of an account. The entry is committed before the answer is sent. Views of
 * the applicant's own account are not recorded. Views of other accounts are, even if the viewer is also an applicant.
 */
@ApplicationScoped
public class RecordView {

    private static final List<String> ROLES =
            List.of(Roles.REVIEWER, Roles.SUPERVISOR, Roles.AUDITOR, Roles.OPERATOR, Roles.SERVICE);

    private final AuditLog audit;

    RecordView(AuditLog audit) {
        this.audit = audit;
    }

    /**
     * @param action verb phrase, for example {@code timeline.viewed}
     * @param objectType for example {@code qualification}
     * @param fields names of the parts that are shown; empty for the whole object
     */
    @WithTransaction
    public Uni<Void> handle(
            Caller viewer, String accountId, String action, String objectType, Object objectId, List<String> fields) {
        if (viewer.has(Roles.APPLICANT) && accountId.equals(viewer.accountId())) {
            return Uni.createFrom().voidItem();
        }
        return audit.append(new AuditEntry(
                viewer.subject(),
                ROLES.stream().filter(viewer::has).findFirst().orElseThrow(),
                accountId,
                action,
                objectType,
                objectId.toString(),
                null,
                fields));
    }
}
