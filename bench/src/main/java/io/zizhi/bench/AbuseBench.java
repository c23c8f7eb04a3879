package io.zizhi.bench;

import io.zizhi.bench.site.Report;
import io.zizhi.e2e.Addresses;
import io.zizhi.e2e.abuse.AbuseCampaign;
import io.zizhi.local.suite.Suite;
import java.net.URI;

/**
 * Measures how long a second account waits while an attacker tries to disable the suite, and compares it with the wait
 * without an attack. Runs the attacks of the tests against a packaged suite with the small heap of {@code ./zizhi up}.
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
        report.text(new AbuseCampaign(suite, addresses).run().summary());
        suite.close();
    }
}
