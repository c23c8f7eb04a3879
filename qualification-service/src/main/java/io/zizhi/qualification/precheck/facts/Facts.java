package io.zizhi.qualification.precheck.facts;

import io.zizhi.qualification.account.VerifiedIdentity;
import java.time.LocalDate;
import java.util.List;
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
 * @param unanswered items of the last supplement request that the form leaves unchanged
 */
public record Facts(
        LocalDate today,
        Optional<Map<String, DocumentState>> documents,
        boolean scanRequired,
        PhoneState phone,
        AccountFacts account,
        RegistryFinding registry,
        String noticeVersion,
        List<RequestedItem> unanswered) {

    public Facts {
        unanswered = List.copyOf(unanswered);
    }

    /** Creates facts without a supplement request. */
    public Facts(
            LocalDate today,
            Optional<Map<String, DocumentState>> documents,
            boolean scanRequired,
            PhoneState phone,
            AccountFacts account,
            RegistryFinding registry,
            String noticeVersion) {
        this(today, documents, scanRequired, phone, account, registry, noticeVersion, List.of());
    }

    /**
     * An item of a supplement request.
     *
     * @param code code from the catalogue of reasons
     * @param pointer JSON pointer into the form; empty for the whole form
     */
    public record RequestedItem(String code, String pointer) {}

    /** Returns the verified identity of the account; empty if not verified. */
    public Optional<VerifiedIdentity> identity() {
        return account.identity();
    }

    /** Returns the same facts with new data about the account. */
    public Facts with(AccountFacts newAccount) {
        return new Facts(today, documents, scanRequired, phone, newAccount, registry, noticeVersion, unanswered);
    }

    /** Returns the same facts with these unanswered items of a supplement request. */
    public Facts withUnanswered(List<RequestedItem> items) {
        return new Facts(today, documents, scanRequired, phone, account, registry, noticeVersion, items);
    }
}
