package io.zizhi.qualification.precheck.facts;

import io.zizhi.qualification.account.VerifiedIdentity;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The data that rules for letters need in addition to the form. It is collected before they run.
 *
 * @param today today's date in Asia/Shanghai
 * @param documents document states by id; empty if document-service does not answer
 * @param scanRequired whether documents must be scanned for malware
 * @param identity the verified identity of the account; empty if not verified
 * @param nameTaken whether another letter of the account has the same or a similar-looking name
 * @param renewal whether the letter renews another one and is submitted alone, so that it may start later
 */
public record LetterFacts(
        LocalDate today,
        Optional<Map<String, DocumentState>> documents,
        boolean scanRequired,
        Optional<VerifiedIdentity> identity,
        boolean nameTaken,
        boolean renewal) {

    /** Returns the facts for a letter submitted together with a qualification. */
    public static LetterFacts of(AttachedLetter letter, Facts facts) {
        return new LetterFacts(
                facts.today(), facts.documents(), facts.scanRequired(), facts.identity(), letter.nameTaken(), false);
    }

    /** Returns the same facts with new data about the account. */
    public LetterFacts with(Optional<VerifiedIdentity> newIdentity, boolean newNameTaken) {
        return new LetterFacts(today, documents, scanRequired, newIdentity, newNameTaken, renewal);
    }
}
