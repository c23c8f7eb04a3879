package io.zizhi.document.pinning;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AuthorizationLetterDeleted;
import io.zizhi.contracts.QualificationDeleted;
import io.zizhi.document.pinning.use.UseRepository;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Instant;

/**
 * Removes the pins of a deleted qualification or letter, so that the owner can delete its documents. Documents of
 * revisions that were in force stay pinned until their retention is over.
 */
@ApplicationScoped
class ReleasePins {

    private final PinRepository pins;
    private final UseRepository uses;

    ReleasePins(PinRepository pins, UseRepository uses) {
        this.pins = pins;
        this.uses = uses;
    }

    @Produces
    Reaction<QualificationDeleted> ofQualification() {
        return Reaction.to(QualificationDeleted.class, event -> release(event.qualificationId(), event.deletedAt()));
    }

    @Produces
    Reaction<AuthorizationLetterDeleted> ofLetter() {
        return Reaction.to(AuthorizationLetterDeleted.class, event -> release(event.letterId(), event.deletedAt()));
    }

    private Uni<Void> release(long subjectId, Instant deletedAt) {
        return uses.deleted(subjectId, deletedAt).chain(() -> pins.removeUnretained(subjectId));
    }
}
