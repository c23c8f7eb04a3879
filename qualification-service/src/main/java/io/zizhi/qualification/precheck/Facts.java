package io.zizhi.qualification.precheck;

import io.zizhi.qualification.account.VerifiedIdentity;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the rules need to know beside the form; gathered before they run.
 *
 * @param today the day in Asia/Shanghai
 * @param documents by document id; empty when document-service does not answer
 * @param scanRequired whether a document must have been scanned for malware
 * @param phone the administrator's phone verification
 * @param identity what the account was verified as; empty when it was not
 * @param administeredCompanies credit codes of those companies for which another qualification of the account, in review
 *     or in force, names the same administrator
 * @param noticeVersion the notice that consent must be given to
 */
public record Facts(
        LocalDate today,
        Optional<Map<String, DocumentState>> documents,
        boolean scanRequired,
        PhoneState phone,
        Optional<VerifiedIdentity> identity,
        Set<String> administeredCompanies,
        String noticeVersion) {

    /** The same with what may have changed in the account meanwhile. */
    public Facts with(Optional<VerifiedIdentity> newIdentity, Set<String> newAdministeredCompanies) {
        return new Facts(today, documents, scanRequired, phone, newIdentity, newAdministeredCompanies, noticeVersion);
    }
}
