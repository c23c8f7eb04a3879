package io.zizhi.e2e.abuse;

import io.zizhi.e2e.Addresses;
import io.zizhi.e2e.abuse.AbuseReport.Row;
import io.zizhi.local.layout.Service;
import io.zizhi.local.suite.Suite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs one attack after another while a second account works. */
public final class AbuseCampaign {

    /**
     * How long the second account works without an attack: before the attacks, for comparison, and after each attack.
     */
    private static final int ALONE_MILLIS = 4_000;

    private static final int BETWEEN_MILLIS = 500;

    private final Suite suite;
    private final Addresses addresses;

    public AbuseCampaign(Suite suite, Addresses addresses) {
        this.suite = suite;
        this.addresses = addresses;
    }

    /** @throws IllegalStateException if a service has ended afterwards */
    public AbuseReport run() throws InterruptedException {
        Target target = new Target(addresses);
        List<Row> rows = new ArrayList<>();
        Map<String, Vitals> before;
        try (NormalUse second = new NormalUse(addresses)) {
            Crowd.hold(ALONE_MILLIS);
            // Discards the first requests, because the services are still warming up.
            second.taken();
            before = vitals();
            second.taken();
            Crowd.hold(ALONE_MILLIS);
            rows.add(new Row("none", second.taken()));
            for (Attack attack : Attacks.all()) {
                attack.strike().on(target);
                Crowd.hold(BETWEEN_MILLIS);
                rows.add(new Row(attack.name(), second.taken()));
            }
        }
        return new AbuseReport(rows, before, vitals());
    }

    private Map<String, Vitals> vitals() throws InterruptedException {
        Map<String, Vitals> vitals = new LinkedHashMap<>();
        for (String service : Service.modules()) {
            vitals.put(service, Vitals.of(suite, service));
        }
        return vitals;
    }
}
