package io.zizhi.qualification.companyauth;

import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import java.util.List;

final class AuthenticationAudit {

    private AuthenticationAudit() {}

    /** @param act what happened, for example {@code started} */
    static AuditEntry entry(Caller caller, Authentication authentication, String act) {
        return new AuditEntry(
                caller.subject(),
                Roles.APPLICANT,
                authentication.accountId(),
                "company-authentication." + act,
                "company-authentication",
                authentication.id(),
                null,
                List.of());
    }
}
