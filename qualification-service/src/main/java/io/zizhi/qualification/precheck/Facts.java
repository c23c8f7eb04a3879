package io.zizhi.qualification.precheck;

import io.zizhi.qualification.account.VerifiedIdentity;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What the rules need to know beside the form; gathered before they run.
 *
 * @param today the day in Asia/Shanghai
 * @param documents by document id; empty when document-service does not answer
 * @param scanRequired whether a document must have been scanned for malware
 * @param phone the administrator's phone verification
 * @param account what is known of the account
 * @param registry what the register of companies says
 * @param noticeVersion the notice that consent must be given to
 */
public record Facts(
        LocalDate today,
        Optional<Map<String, DocumentState>> documents,
        boolean scanRequired,
        PhoneState phone,
        AccountFacts account,
        RegistryFinding registry,
        String noticeVersion) {

    /** What the account was verified as; empty when it was not. */
    public Optional<VerifiedIdentity> identity() {
        return account.identity();
    }

    /** The same with what may have changed in the account meanwhile. */
    public Facts with(AccountFacts newAccount) {
        return new Facts(today, documents, scanRequired, phone, newAccount, registry, noticeVersion);
    }
}
