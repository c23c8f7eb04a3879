package io.zizhi.qualification.filing.letterevaluation;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Evidence;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.model.evidence.EvidenceSource;
import io.zizhi.qualification.model.letter.LetterRepository;
import io.zizhi.qualification.model.revision.EvidenceEnd;
import io.zizhi.qualification.model.revision.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Contributes the expiry of the authorization letter that a third-party qualification refers to. Approved renewals that
 * follow without a gap prolong it.
 */
@ApplicationScoped
class LetterEvidence implements EvidenceSource {

    private final LetterRepository letters;
    private final Clock clock;

    LetterEvidence(LetterRepository letters, Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public Uni<List<EvidenceEnd>> of(String accountId, Revision inForce) {
        return inForce.letterId()
                .map(id -> letters.lastDay(accountId, id, LocalDate.now(clock.withZone(Period.ZONE)))
                        .map(LetterEvidence::end))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    private static List<EvidenceEnd> end(Optional<LocalDate> lastDay) {
        return EvidenceEnd.of(Evidence.AUTHORIZATION_LETTER, lastDay.orElse(null)).stream()
                .toList();
    }
}
