package io.zizhi.qualification.signing.carrier;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.evidence.CollectEvidence;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import io.zizhi.qualification.model.letter.LetterRepository;
import io.zizhi.qualification.model.letter.LetterStatus;
import io.zizhi.qualification.model.letter.OpenLetter;
import io.zizhi.qualification.model.letter.OpenedLetter;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.model.revision.RevisionRepository;
import io.zizhi.qualification.model.revision.RevisionSeal;
import io.zizhi.qualification.model.signature.Signature;
import io.zizhi.qualification.model.signature.SignatureRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Loads a qualification and letter and applies the rules for signatures. Must be called inside a transaction. */
@ApplicationScoped
public class FindCarrier {

    private final QualificationRepository qualifications;
    private final RevisionRepository revisions;
    private final RevisionSeal seal;
    private final AccountCiphers ciphers;
    private final CollectEvidence evidence;
    private final LetterRepository letters;
    private final OpenLetter open;
    private final SignatureRepository signatures;
    private final Clock clock;

    FindCarrier(
            QualificationRepository qualifications,
            RevisionRepository revisions,
            RevisionSeal seal,
            AccountCiphers ciphers,
            CollectEvidence evidence,
            LetterRepository letters,
            OpenLetter open,
            SignatureRepository signatures,
            Clock clock) {
        this.qualifications = qualifications;
        this.revisions = revisions;
        this.seal = seal;
        this.ciphers = ciphers;
        this.evidence = evidence;
        this.letters = letters;
        this.open = open;
        this.signatures = signatures;
        this.clock = clock;
    }

    /** Evaluates the question without locking anything. */
    Uni<Carrier> look(SignatureQuestion question) {
        return qualifications
                .find(question.accountId(), question.qualificationId())
                .chain(qualification -> evaluate(question, qualification, false));
    }

    /** Evaluates the question with qualification and letter locked, in this order, until the transaction ends. */
    public Uni<Carrier> lock(SignatureQuestion question) {
        return qualifications
                .lock(question.accountId(), question.qualificationId())
                .chain(qualification -> evaluate(question, qualification, true));
    }

    private Uni<Carrier> evaluate(SignatureQuestion question, Qualification qualification, boolean lock) {
        return inForce(qualification)
                .chain(inForce -> letter(question, inForce, lock)
                        .chain(letter -> signatures
                                .bound(question.accountId(), question.name())
                                .map(bound -> carrier(
                                        question,
                                        qualification,
                                        inForce,
                                        letterOf(question, inForce, letter),
                                        letter,
                                        bound))));
    }

    private Uni<Optional<InForce>> inForce(Qualification qualification) {
        return qualification
                .inForceRevision()
                .map(id -> revisions
                        .findById(id)
                        .chain(revision -> evidence.of(qualification.accountId(), revision)
                                .chain(ends -> ciphers.forAccount(qualification.accountId())
                                        .map(cipher -> Optional.of(new InForce(
                                                seal.open(revision, cipher), ends, qualification.restriction()))))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private static @Nullable Long letterOf(
            SignatureQuestion question, Optional<InForce> inForce, Optional<OpenedLetter> letter) {
        return letter.map(opened -> opened.letter().id())
                .or(() -> Optional.ofNullable(question.letterId()))
                .or(() -> inForce.map(InForce::form).map(QualificationForm::letterId))
                .orElse(null);
    }

    /** Returns the letter that the question names, or the letter in use for the one that the qualification names. */
    private Uni<Optional<OpenedLetter>> letter(SignatureQuestion question, Optional<InForce> inForce, boolean lock) {
        String accountId = question.accountId();
        Long named = question.letterId();
        Long ofQualification =
                inForce.map(InForce::form).map(QualificationForm::letterId).orElse(null);
        if (named != null) {
            return opened(lock ? letters.lockIfThere(accountId, named) : letters.findIfThere(accountId, named));
        }
        if (ofQualification == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        LocalDate today = LocalDate.now(clock.withZone(Period.ZONE));
        return opened(
                lock
                        ? letters.lockInUse(accountId, ofQualification, today)
                        : letters.findInUse(accountId, ofQualification, today));
    }

    private Uni<Optional<OpenedLetter>> opened(Uni<Optional<AuthorizationLetter>> found) {
        return found.chain(letter -> letter.map(each -> open.open(each).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Carrier carrier(
            SignatureQuestion question,
            Qualification qualification,
            Optional<InForce> inForce,
            @Nullable Long letterId,
            Optional<OpenedLetter> letter,
            Optional<Signature> bound) {
        SignatureFacts facts = new SignatureFacts(
                question.name(),
                LocalDate.now(clock.withZone(Period.ZONE)),
                qualification.purpose(),
                inForce,
                letterId,
                letter.map(OpenedLetter::form),
                letter.filter(opened -> opened.letter().status() == LetterStatus.APPROVED)
                        .isPresent(),
                bound.filter(signature -> !question.isMetBy(signature)).isPresent());
        return new Carrier(qualification, letterId, bound, SignatureRules.judge(facts));
    }
}
