package io.zizhi.qualification.precheck;

import io.zizhi.qualification.account.VerifiedIdentity;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The data that rules need in addition to the form. It is collected before they run.
 *
 * @param today today's date in Asia/Shanghai
 * @param documents document states by id; empty if document-service does not answer
 * @param scanRequired whether documents must be scanned for malware
 * @param phone state of the administrator's phone verification
 * @param account data about the filing account
 * @param registry result of the company register
 * @param noticeVersion version of the notice that requires consent
 */
public record Facts(
        LocalDate today,
        Optional<Map<String, DocumentState>> documents,
        boolean scanRequired,
        PhoneState phone,
        AccountFacts account,
        RegistryFinding registry,
        String noticeVersion) {

    /** Returns the verified identity of the account; empty if not verified. */
    public Optional<VerifiedIdentity> identity() {
        return account.identity();
    }

    /** Returns the same facts with new data about the account. */
    public Facts with(AccountFacts newAccount) {
        return new Facts(today, documents, scanRequired, phone, newAccount, registry, noticeVersion);
    }
}
