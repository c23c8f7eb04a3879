package io.zizhi.qualification.model.carrierfiling;

import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import io.zizhi.qualification.model.timeline.TimelineEntry;
import io.zizhi.qualification.model.timeline.TimelineRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Records acts on carrier filings in the timelines of their qualifications. */
@ApplicationScoped
public class CarrierFilingTimeline {

    private final TimelineRepository timeline;

    CarrierFilingTimeline(TimelineRepository timeline) {
        this.timeline = timeline;
    }

    public Uni<Void> record(Actor actor, Act act, List<CarrierFiling> filings, Instant at) {
        return timeline.appendOfCarrierFilings(filings.stream()
                .map(filing -> new TimelineEntry(
                        actor, act, filing.qualificationId(), filing.workOrder(), at, details(filing)))
                .toList());
    }

    /** Returns the details of an entry about the filing. */
    public static Map<String, Object> details(CarrierFiling filing) {
        Map<String, Object> details = new HashMap<>(Map.of(
                "filingId", filing.id(),
                "signatureId", filing.signatureId(),
                "name", filing.signatureName(),
                "carrier", filing.carrier()));
        if (filing.refiles() != null) {
            details.put("refiles", filing.refiles());
        }
        filing.reason().ifPresent(reason -> details.put("reason", reason));
        filing.cause().ifPresent(cause -> details.put("cause", cause.name()));
        return details;
    }
}
