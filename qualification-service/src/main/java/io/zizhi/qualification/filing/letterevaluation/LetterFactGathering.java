package io.zizhi.qualification.filing.letterevaluation;

import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.filing.evaluation.FactGathering;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.precheck.DocumentScanConfig;
import io.zizhi.qualification.precheck.facts.LetterFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/**
 * Gathers the facts that the rules of letters need from other services. Facts from an unavailable service stay unknown.
 */
@ApplicationScoped
public class LetterFactGathering {

    private final FactGathering facts;
    private final DocumentScanConfig scans;
    private final Clock clock;

    LetterFactGathering(FactGathering facts, DocumentScanConfig scans, Clock clock) {
        this.facts = facts;
        this.scans = scans;
        this.clock = clock;
    }

    public Uni<LetterFacts> gather(LetterPreparation preparation) {
        LocalDate today = LocalDate.now(clock.withZone(Period.ZONE));
        return facts.documents(
                        preparation.opened().letter().accountId(),
                        preparation.opened().form().documents())
                .map(documents -> new LetterFacts(
                        today,
                        documents,
                        scans.scan() == DocumentScanConfig.Scan.REQUIRED,
                        preparation.identity(),
                        preparation.nameTaken(),
                        preparation.opened().letter().renewalOf().isPresent()));
    }
}
