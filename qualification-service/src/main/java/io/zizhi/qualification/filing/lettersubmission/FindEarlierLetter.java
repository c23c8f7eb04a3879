package io.zizhi.qualification.filing.lettersubmission;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.qualification.filing.submission.IdempotencyKey;
import io.zizhi.qualification.model.letter.LetterRepository;
import io.zizhi.qualification.model.letter.LetterSeal;
import io.zizhi.qualification.model.letter.LetterSubmission;
import io.zizhi.qualification.model.letter.LetterSubmissionRepository;
import io.zizhi.qualification.model.letter.LetterView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Answers a repeated submission of a letter with the original response. A repeat must have the same letter and version;
 * otherwise it fails with 422.
 */
@ApplicationScoped
class FindEarlierLetter {

    private final LetterSubmissionRepository submissions;
    private final LetterRepository letters;
    private final LetterSeal seal;
    private final AccountCiphers ciphers;

    FindEarlierLetter(
            LetterSubmissionRepository submissions, LetterRepository letters, LetterSeal seal, AccountCiphers ciphers) {
        this.submissions = submissions;
        this.letters = letters;
        this.seal = seal;
        this.ciphers = ciphers;
    }

    @WithTransaction
    public Uni<Optional<LetterView>> handle(Caller caller, long id, long version, IdempotencyKey key) {
        String accountId = caller.requireAccount();
        return submissions
                .under(accountId, key.value())
                .chain(earlier -> earlier.map(submission -> answerOf(accountId, id, version, submission))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<LetterView>> answerOf(String accountId, long id, long version, LetterSubmission earlier) {
        if (earlier.letterId() != id || earlier.submittedVersion() != version) {
            throw Problems.unprocessable(
                    "IDEMPOTENCY_KEY_REUSED",
                    "This Idempotency-Key was used for another submission. Use a new key for every submission.",
                    List.of());
        }
        return letters.find(accountId, id)
                .chain(letter -> ciphers.forAccount(accountId)
                        .map(cipher -> Optional.of(LetterView.accepted(letter, earlier, seal.open(earlier, cipher)))));
    }
}
