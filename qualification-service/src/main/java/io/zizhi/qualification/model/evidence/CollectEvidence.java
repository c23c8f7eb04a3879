package io.zizhi.qualification.model.evidence;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.model.revision.EvidenceEnd;
import io.zizhi.qualification.model.revision.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Collects the expiry dates of all evidence of the revision in force. Must be called inside a transaction. Views,
 * reminders and signature rules all use this class, so they agree on the dates.
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
