package io.zizhi.qualification.precheck;

import io.zizhi.qualification.account.VerifiedIdentity;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What the rules of an authorization letter need to know beside its form; gathered before they run.
 *
 * @param today the day in Asia/Shanghai
 * @param documents by document id; empty when document-service does not answer
 * @param scanRequired whether a document must have been scanned for malware
 * @param identity what the account was verified as; empty when it was not
 * @param nameTaken whether another letter of the account has the form's name
 */
public record LetterFacts(
        LocalDate today,
        Optional<Map<String, DocumentState>> documents,
        boolean scanRequired,
        Optional<VerifiedIdentity> identity,
        boolean nameTaken) {

    /** What is known of a letter that is handed in together with a qualification. */
    public static LetterFacts of(AttachedLetter letter, Facts facts) {
        return new LetterFacts(
                facts.today(), facts.documents(), facts.scanRequired(), facts.identity(), letter.nameTaken());
    }

    /** The same with what may have changed in the account meanwhile. */
    public LetterFacts with(Optional<VerifiedIdentity> newIdentity, boolean newNameTaken) {
        return new LetterFacts(today, documents, scanRequired, newIdentity, newNameTaken);
    }
}
