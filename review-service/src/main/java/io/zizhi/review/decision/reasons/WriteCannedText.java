package io.zizhi.review.decision.reasons;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Adds a canned text to a reason, or replaces the version that the caller has seen. */
@ApplicationScoped
public class WriteCannedText {

    /** The version of a text that does not exist yet. */
    private static final long NONE = 0;

    private final ReasonCatalogue catalogue;
    private final CannedTextRepository texts;
    private final CannedTextAudit audit;
    private final Clock clock;

    WriteCannedText(ReasonCatalogue catalogue, CannedTextRepository texts, CannedTextAudit audit, Clock clock) {
        this.catalogue = catalogue;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param version the version that the caller has seen; 0 to add a text */
    @WithTransaction
    public Uni<CannedTextView> write(String reason, String name, long version, CannedTextRequest text, Caller caller) {
        catalogue.require(reason);
        if (name.equals(CannedTextView.STANDARD)) {
            throw Problems.conflict(
                    "TEXT_BUNDLED", "The standard text cannot be changed. Add a text under another name.");
        }
        Instant now = clock.instant();
        String id = CannedText.id(reason, name);
        return (version == NONE
                        ? texts.add(reason, name, text, caller.subject(), now)
                        : texts.replace(id, version, text, caller.subject(), now))
                .invoke(WriteCannedText::requireDone)
                .call(() -> audit.append(caller, "canned-text.written", id, List.of("zh", "en")))
                .map(done -> new CannedTextView(name, text.zh(), text.en(), version + 1, caller.subject(), now));
    }

    private static void requireDone(boolean done) {
        if (!done) {
            throw Problems.preconditionFailed("The text has another version. List the reasons again.");
        }
    }
}
