package io.zizhi.review.decision.reasons;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;

/** Shows the catalogue with the texts that the desk has added. */
@ApplicationScoped
public class ReadReasons {

    private final ReasonCatalogue catalogue;
    private final CannedTextRepository texts;

    ReadReasons(ReasonCatalogue catalogue, CannedTextRepository texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @WithSession
    public Uni<ReasonsView> read() {
        return texts.all()
                .map(own ->
                        ReasonsView.from(catalogue, own.stream().collect(Collectors.groupingBy(CannedText::reason))));
    }
}
