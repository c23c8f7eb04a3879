package io.zizhi.qualification.reviewapi.snapshot;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.qualification.account.viewing.RecordView;
import io.zizhi.qualification.catalogue.comparison.ComparedLetter;
import io.zizhi.qualification.catalogue.comparison.LetterDifferenceView;
import io.zizhi.qualification.catalogue.comparison.Reader;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import io.zizhi.qualification.model.letter.LetterRepository;
import io.zizhi.qualification.model.letter.LetterSeal;
import io.zizhi.qualification.model.letter.LetterSubmission;
import io.zizhi.qualification.model.letter.LetterSubmissionRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares a submitted letter with an earlier submission of it or with the letter that it renews, for review-service.
 */
@ApplicationScoped
public class CompareLetters {

    private final LetterSubmissionRepository submissions;
    private final LetterRepository letters;
    private final LetterSeal seal;
    private final AccountCiphers ciphers;
    private final RecordView recordView;

    CompareLetters(
            LetterSubmissionRepository submissions,
            LetterRepository letters,
            LetterSeal seal,
            AccountCiphers ciphers,
            RecordView recordView) {
        this.submissions = submissions;
        this.letters = letters;
        this.seal = seal;
        this.ciphers = ciphers;
        this.recordView = recordView;
    }

    @WithTransaction
    public Uni<LetterDifferenceView> handle(long workOrder, BeforeName from, Caller service) {
        return submissions
                .require(workOrder)
                .call(letter -> recordView.handle(
                        service,
                        letter.accountId(),
                        "submission.viewed",
                        "submission",
                        workOrder,
                        List.of("letterDifference")))
                .chain(after -> before(after, from)
                        .map(found -> found.filter(before -> before.workOrder() != workOrder)
                                .orElseThrow(() -> Problems.notFound(
                                        "REVISION_NOT_FOUND", "The submission to compare with does not exist.")))
                        .chain(before ->
                                ciphers.forAccount(after.accountId()).map(cipher -> compare(before, after, cipher))));
    }

    private Uni<Optional<LetterSubmission>> before(LetterSubmission after, BeforeName from) {
        return from.inForce()
                ? renewed(after.letterId())
                : submissions.numbered(after.letterId(), from.numberBefore(after.number()));
    }

    /** Returns the approved submission of the letter that this letter renews. */
    private Uni<Optional<LetterSubmission>> renewed(long letterId) {
        return letter(Optional.of(letterId))
                .chain(letter -> letter(letter.flatMap(AuthorizationLetter::renewalOf)))
                .chain(renewed -> renewed.flatMap(AuthorizationLetter::currentOrder)
                        .map(submissions::submitted)
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<AuthorizationLetter>> letter(Optional<Long> id) {
        return id.map(letters::findById)
                .map(found -> found.map(Optional::ofNullable))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** Compares two submitted letters of one account; null means that there is no letter. */
    LetterDifferenceView compare(
            @Nullable LetterSubmission before, @Nullable LetterSubmission after, AccountCipher cipher) {
        return LetterDifferenceView.of(compared(before, cipher), compared(after, cipher), Reader.DESK);
    }

    private @Nullable ComparedLetter compared(@Nullable LetterSubmission submission, AccountCipher cipher) {
        return submission == null ? null : ComparedLetter.of(submission, seal.open(submission, cipher));
    }
}
