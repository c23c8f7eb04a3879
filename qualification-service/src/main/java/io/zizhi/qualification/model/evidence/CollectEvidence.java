package io.zizhi.qualification.model.evidence;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.model.revision.EvidenceEnd;
import io.zizhi.qualification.model.revision.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * What of a revision in force ends some day, from all who know of some; used inside a transaction. Whoever shows, reminds
 * of or relies on the evidence of a qualification asks here, so that all say the same.
 */
@ApplicationScoped
public class CollectEvidence {

    private final List<EvidenceSource> sources;

    CollectEvidence(@All List<EvidenceSource> sources) {
        this.sources = sources;
    }

    public Uni<List<EvidenceEnd>> of(String accountId, Revision inForce) {
        return Multi.createFrom()
                .iterable(sources)
                .onItem()
                .transformToUniAndConcatenate(source -> source.of(accountId, inForce))
                .onItem()
                .transformToMultiAndConcatenate(ends -> Multi.createFrom().iterable(ends))
                .collect()
                .asList();
    }
}
