package io.zizhi.qualification.signing.carrier;

import io.zizhi.contracts.Purpose;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.form.standard.SignatureName;
import io.zizhi.qualification.form.standard.WrittenName;
import io.zizhi.qualification.model.qualification.Restriction;
import io.zizhi.qualification.model.revision.EvidenceEnd;
import io.zizhi.qualification.precheck.Evaluation;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.SignatureCodes;
import io.zizhi.qualification.precheck.check.NameCharacterCheck;
import io.zizhi.qualification.precheck.letter.LetterParties;
import io.zizhi.qualification.precheck.letter.LetterPeriod;
import io.zizhi.qualification.precheck.letter.LetterScope;
import io.zizhi.qualification.precheck.rule.company.CertificatePeriod;
import io.zizhi.qualification.precheck.rule.document.LetterAttached;
import io.zizhi.qualification.precheck.rule.person.IdPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules that decide whether a signature can be bound to a qualification. Pure functions without I/O. */
final class SignatureRules {

    private static final String QUALIFICATION = "/qualification";
    private static final String LETTER_ID = "/letterId";

    private SignatureRules() {}

    static Evaluation judge(SignatureFacts facts) {
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(LetterScope.SIGN_NAME_INVALID.check(SignatureName.isValid(facts.name()), "/name"));
        NameCharacterCheck.of(facts.name(), "/name").ifPresent(outcomes::add);
        outcomes.add(SignatureCodes.SIGNATURE_BOUND_ELSEWHERE.check(!facts.boundElsewhere(), "/name"));
        outcomes.add(
                SignatureCodes.QUALIFICATION_NOT_IN_FORCE.check(facts.inForce().isPresent(), "/qualificationId"));
        facts.inForce().ifPresent(inForce -> outcomes.addAll(unrestricted(inForce.restriction())));
        facts.inForce().ifPresent(inForce -> outcomes.addAll(ends(inForce.ends(), facts.today())));
        outcomes.addAll(facts.purpose() == Purpose.SELF ? ownUse(facts) : thirdParty(facts));
        return new Evaluation(outcomes);
    }

    private static List<Outcome> unrestricted(Restriction restriction) {
        return List.of(
                SignatureCodes.QUALIFICATION_SUSPENDED.check(restriction != Restriction.SUSPENDED, "/qualificationId"),
                SignatureCodes.QUALIFICATION_REVOKED.check(restriction != Restriction.REVOKED, "/qualificationId"));
    }

    /**
     * Checks the revision in force for expired evidence. The period of the letter is checked with the letter that
     * authorises the signature.
     */
    private static List<Outcome> ends(List<EvidenceEnd> ends, LocalDate today) {
        return ends.stream()
                .flatMap(end -> switch (end.evidence()) {
                    case CERTIFICATE ->
                        Stream.of(CertificatePeriod.CERT_EXPIRED.check(
                                !end.isOver(today), QUALIFICATION + "/company/certificate/validTo"));
                    case LEGAL_REPRESENTATIVE ->
                        Stream.of(IdPeriod.ID_EXPIRED.check(
                                !end.isOver(today), QUALIFICATION + "/legalRepresentative/validTo"));
                    case ADMINISTRATOR ->
                        Stream.of(IdPeriod.ID_EXPIRED.check(
                                !end.isOver(today), QUALIFICATION + "/administrator/validTo"));
                    case IMPORTED_APPROVAL ->
                        Stream.of(SignatureCodes.IMPORTED_APPROVAL_EXPIRED.check(
                                !end.isOver(today), QUALIFICATION + "/provenance/validUntil"));
                    case AUTHORIZATION_LETTER -> Stream.<Outcome>empty();
                })
                .toList();
    }

    private static List<Outcome> ownUse(SignatureFacts facts) {
        return facts.letterId() == null ? List.of() : List.of(LetterAttached.LETTER_NOT_NEEDED.failed(LETTER_ID));
    }

    private static List<Outcome> thirdParty(SignatureFacts facts) {
        if (facts.letterId() == null) {
            return List.of(LetterAttached.LETTER_MISSING.failed(LETTER_ID));
        }
        return facts.letter()
                .map(letter -> authorised(letter, facts))
                .orElse(List.of(LetterAttached.LETTER_NOT_FOUND.failed(LETTER_ID)));
    }

    private static List<Outcome> authorised(LetterForm letter, SignatureFacts facts) {
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(SignatureCodes.LETTER_NOT_APPROVED.check(facts.letterApproved(), LETTER_ID));
        Optional<Period> period = letter.period();
        period.ifPresent(days -> outcomes.add(LetterPeriod.today(days, facts.today(), "/letter")));
        facts.inForce()
                .map(inForce -> inForce.form().creditCode().equals(Optional.ofNullable(letter.creditCode())))
                .ifPresent(same -> outcomes.add(LetterParties.LETTER_PARTY_MISMATCH.check(same, LETTER_ID)));
        outcomes.add(SignatureCodes.LETTER_SIGNATURE_SCOPE.check(
                letter.signatureNames().stream().anyMatch(name -> WrittenName.same(name, facts.name())), "/name"));
        return outcomes;
    }
}
