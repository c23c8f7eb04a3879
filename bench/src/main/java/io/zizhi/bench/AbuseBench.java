package io.zizhi.bench;

import io.zizhi.e2e.Addresses;
import io.zizhi.e2e.abuse.AbuseCampaign;
import io.zizhi.local.Suite;
import java.net.URI;

/**
 * How long a second account waits while somebody tries to stop the suite, beside how long it waits alone: the attacks of the
 * tests, on a packaged suite with the small heap of one machine.
 */
final class AbuseBench {

    private final Report report;

    AbuseBench(Report report) {
        this.report = report;
    }

    void run() throws InterruptedException {
        Suite suite = Suite.startForTests();
        Addresses addresses = new Addresses(
                URI.create(suite.url("qualification-service")),
                URI.create(suite.url("document-service")),
                URI.create(suite.url("review-service")),
                URI.create(suite.url("notification-service")),
                URI.create(suite.infrastructure().identity().issuer()));
        report.text(new AbuseCampaign(suite, addresses).run().told());
        suite.close();
    }
}
