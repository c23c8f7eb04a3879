package io.zizhi.qualification.expiry;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.dossier.Qualification;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.revision.EvidenceEnd;
import io.zizhi.qualification.revision.Revision;
import io.zizhi.qualification.revision.RevisionRepository;
import io.zizhi.qualification.revision.Validity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Collects the evidence of a qualification from all who know of some; used inside a transaction. */
@ApplicationScoped
public class FindEvidence {

    private final List<EvidenceSource> sources;
    private final RevisionRepository revisions;
    private final Clock clock;

    @Inject
    FindEvidence(@All List<EvidenceSource> sources, RevisionRepository revisions, Clock clock) {
        this.sources = sources;
        this.revisions = revisions;
        this.clock = clock;
    }

    /** Whether all evidence of the revision in force holds today; nothing where none is in force. Asked before a signature is bound. */
    public Uni<Optional<Validity>> validityOf(Qualification qualification) {
        return qualification
                .inForceRevision()
                .map(id -> revisions
                        .findById(id)
                        .chain(inForce -> of(qualification, inForce))
                        .map(ends -> Optional.of(new Validity(ends, LocalDate.now(clock.withZone(Period.ZONE))))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** What ends some day. */
    Uni<List<EvidenceEnd>> of(Qualification qualification, Revision inForce) {
        return Multi.createFrom()
                .iterable(sources)
                .onItem()
                .transformToUniAndConcatenate(source -> source.of(qualification, inForce))
                .onItem()
                .transformToMultiAndConcatenate(ends -> Multi.createFrom().iterable(ends))
                .collect()
                .asList();
    }
}
