package io.zizhi.qualification.filing.letter;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AuthorizationLetterDeleted;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.qualification.filing.letterevaluation.FollowLetter;
import io.zizhi.qualification.model.letter.LetterRecord;
import io.zizhi.qualification.model.letter.LetterRepository;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.model.signature.SignatureRepository;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.outcome.expiry.ExpiryWatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * Deletes a letter and frees its name. It must not be in review, cover bound signatures, or be referenced by a
 * qualification that is in review or in force.
 *
 * @see AuthorizationLetterDeleted
 */
@ApplicationScoped
public class DeleteLetter {

    private final LetterRepository letters;
    private final SignatureRepository signatures;
    private final QualificationRepository qualifications;
    private final ExpiryWatch expiry;
    private final FollowLetter follow;
    private final Outbox outbox;
    private final LetterRecord record;
    private final Clock clock;

    DeleteLetter(
            LetterRepository letters,
            SignatureRepository signatures,
            QualificationRepository qualifications,
            ExpiryWatch expiry,
            FollowLetter follow,
            Outbox outbox,
            LetterRecord record,
            Clock clock) {
        this.letters = letters;
        this.signatures = signatures;
        this.qualifications = qualifications;
        this.expiry = expiry;
        this.follow = follow;
        this.outbox = outbox;
        this.record = record;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<Void> handle(Caller caller, long id, long version) {
        Instant now = clock.instant();
        String accountId = caller.requireAccount();
        return follow.lock(accountId, id)
                .chain(() -> letters.lock(accountId, id))
                .invoke(letter -> letter.requireVersion(version).delete(now))
                .call(letter -> signatures.requireNoneOfLetter(letter.id()))
                .call(letter -> qualifications.requireNoneWithLetter(letter.accountId(), letter.id()))
                .call(letter -> expiry.stop(letter))
                .call(letters::flush)
                .call(letter -> follow.handle(accountId, id))
                .call(letter -> outbox.append(new AuthorizationLetterDeleted(id, letter.accountId(), now)))
                .chain(letter -> record.record(caller, Act.DELETED, letter, now, Map.of()));
    }
}
