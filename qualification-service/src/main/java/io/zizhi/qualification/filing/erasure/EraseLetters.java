package io.zizhi.qualification.filing.erasure;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AuthorizationLetterDeleted;
import io.zizhi.contracts.AuthorizationLetterWithdrawn;
import io.zizhi.platform.messaging.erasure.AccountErasure;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import io.zizhi.qualification.model.letter.LetterRecord;
import io.zizhi.qualification.model.letter.LetterRepository;
import io.zizhi.qualification.model.letter.LetterStatus;
import io.zizhi.qualification.model.letter.LetterSubmission;
import io.zizhi.qualification.model.letter.LetterSubmissionRepository;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import io.zizhi.qualification.outcome.expiry.ExpiryWatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Deletes the letters of an erased account in any status, and withdraws those in review. */
@ApplicationScoped
class EraseLetters implements AccountErasure {

    private static final int AT_ONCE = 20;

    private final LetterRepository letters;
    private final LetterSubmissionRepository submissions;
    private final ExpiryWatch expiry;
    private final LetterRecord record;
    private final Outbox outbox;
    private final Clock clock;

    EraseLetters(
            LetterRepository letters,
            LetterSubmissionRepository submissions,
            ExpiryWatch expiry,
            LetterRecord record,
            Outbox outbox,
            Clock clock) {
        this.letters = letters;
        this.submissions = submissions;
        this.expiry = expiry;
        this.record = record;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "letters";
    }

    @Override
    public Uni<Integer> erase(String accountId, int limit) {
        Instant now = clock.instant();
        return letters.lockSome(accountId, Math.min(limit, AT_ONCE))
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(letter -> erase(letter, now))
                        .collect()
                        .last()
                        .replaceWith(found.size()));
    }

    private Uni<Void> erase(AuthorizationLetter letter, Instant now) {
        return withdraw(letter, now)
                .invoke(() -> letter.erase(now))
                .call(() -> outbox.append(new AuthorizationLetterDeleted(letter.id(), letter.accountId(), now)))
                .call(() -> expiry.stop(letter))
                .chain(() -> record.record(Actor.CLOCK, Act.DELETED, letter, now, Map.of()));
    }

    private Uni<Void> withdraw(AuthorizationLetter letter, Instant now) {
        Optional<Long> inReview = letter.currentOrder().filter(order -> letter.status() == LetterStatus.IN_REVIEW);
        return inReview.isEmpty()
                ? Uni.createFrom().voidItem()
                : submissions
                        .submitted(inReview.get())
                        .chain(submission -> outbox.append(new AuthorizationLetterWithdrawn(
                                letter.id(),
                                inReview.get(),
                                letter.accountId(),
                                submission
                                        .flatMap(LetterSubmission::qualificationId)
                                        .orElse(null),
                                now)))
                        .chain(() -> record.record(Actor.CLOCK, Act.WITHDRAWN, letter, now, Map.of()));
    }
}
