package io.zizhi.qualification.letterevaluation;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Evidence;
import io.zizhi.qualification.dossier.Qualification;
import io.zizhi.qualification.expiry.EvidenceSource;
import io.zizhi.qualification.letter.AuthorizationLetter;
import io.zizhi.qualification.letter.LetterRepository;
import io.zizhi.qualification.revision.EvidenceEnd;
import io.zizhi.qualification.revision.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The authorization letter of a third-party qualification ends, too: whoever is reminded renews it in time. */
@ApplicationScoped
class LetterEvidence implements EvidenceSource {

    private final LetterRepository letters;

    @Inject
    LetterEvidence(LetterRepository letters) {
        this.letters = letters;
    }

    @Override
    public Uni<List<EvidenceEnd>> of(Qualification qualification, Revision inForce) {
        return inForce.letterId()
                .map(id -> letters.findIfThere(qualification.accountId(), id).map(LetterEvidence::end))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    private static List<EvidenceEnd> end(Optional<AuthorizationLetter> letter) {
        return letter
                .flatMap(AuthorizationLetter::lastDay)
                .map(day -> new EvidenceEnd(Evidence.AUTHORIZATION_LETTER, day))
                .stream()
                .toList();
    }
}
