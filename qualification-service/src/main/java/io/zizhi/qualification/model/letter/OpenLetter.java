package io.zizhi.qualification.model.letter;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads letters together with their last submission. Must be called inside a transaction. */
@ApplicationScoped
public class OpenLetter {

    private final LetterRepository letters;
    private final LetterSubmissionRepository submissions;
    private final LetterSeal seal;
    private final AccountCiphers ciphers;

    OpenLetter(
            LetterRepository letters, LetterSubmissionRepository submissions, LetterSeal seal, AccountCiphers ciphers) {
        this.letters = letters;
        this.submissions = submissions;
        this.seal = seal;
        this.ciphers = ciphers;
    }

    /** Returns the letter of the account; fails with 404 if the account has none with this id. */
    public Uni<OpenedLetter> find(String accountId, long id) {
        return letters.find(accountId, id).chain(this::open);
    }

    /** Like {@link #find(String, long)}, but locks the letter until the transaction ends. */
    public Uni<OpenedLetter> lock(String accountId, long id) {
        return letters.lock(accountId, id).chain(this::open);
    }

    public Uni<OpenedLetter> open(AuthorizationLetter letter) {
        return letter.currentOrder()
                .map(submissions::submitted)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .chain(current ->
                        ciphers.forAccount(letter.accountId()).map(cipher -> opened(letter, current, cipher)));
    }

    /** Returns the given letters of one account in the given order. */
    public Uni<List<OpenedLetter>> openAll(String accountId, List<AuthorizationLetter> letters) {
        List<Long> workOrders = letters.stream()
                .flatMap(letter -> letter.currentOrder().stream())
                .toList();
        return submissions
                .byWorkOrder(workOrders)
                .chain(found -> ciphers.forAccount(accountId)
                        .map(cipher -> letters.stream()
                                .map(letter ->
                                        opened(letter, letter.currentOrder().map(found::get), cipher))
                                .toList()));
    }

    private OpenedLetter opened(AuthorizationLetter letter, Optional<LetterSubmission> current, AccountCipher cipher) {
        return new OpenedLetter(
                letter,
                seal.open(letter, cipher),
                current,
                current.flatMap(submission -> seal.decision(submission, cipher)),
                cipher);
    }
}
