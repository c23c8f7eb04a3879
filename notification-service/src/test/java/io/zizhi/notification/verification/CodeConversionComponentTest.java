package io.zizhi.notification.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.Rows;
import io.zizhi.notification.verification.model.CodeConversion;
import io.zizhi.notification.verification.model.PhoneVerificationRepository;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.time.Duration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class CodeConversionComponentTest {

    private static final String ISSUED = """
            insert into phone_verification(
                verification_id, account_id, phone, phone_index, status, issued_at, expires_at)
            select md5(status || age), 'conversion', cast('x' as bytea), md5(status || age), status,
                statement_timestamp() - age, statement_timestamp() - age + interval '5 minutes'
            from (values
                ('ISSUED', interval '4 minutes 50 seconds'), ('VERIFIED', interval '10 seconds'),
                ('ISSUED', interval '6 minutes'), ('VERIFIED', interval '7 minutes'), ('USED', interval '8 minutes'),
                ('SUPERSEDED', interval '9 minutes'), ('EXHAUSTED', interval '19 minutes 50 seconds'),
                ('VERIFIED', interval '21 minutes'), ('ISSUED', interval '66 minutes')) as code(status, age)
            """;

    @Inject
    PhoneVerificationRepository verifications;

    @Inject
    CodeConversionGauges gauges;

    @Inject
    MeterRegistry metrics;

    @Test
    void counts_codes_that_had_their_whole_life() {
        assertThat(counted(Duration.ofMinutes(15))).isEqualTo(new CodeConversion(5, 2));
        assertThat(counted(Duration.ofHours(1))).isEqualTo(new CodeConversion(6, 3));
    }

    @Test
    void publishes_gauges_of_three_windows() {
        Rows.change(ISSUED);
        try {
            Reactive.run(() -> gauges.measure().replaceWith(true));
            for (String window : new String[] {"15m", "1h", "1d"}) {
                assertThat(gauge("issued", window)).isGreaterThanOrEqualTo(5);
                assertThat(gauge("verified", window)).isGreaterThanOrEqualTo(2).isLessThan(gauge("issued", window));
            }
        } finally {
            Rows.change("delete from phone_verification where account_id = 'conversion'");
        }
    }

    private double gauge(String what, String window) {
        return metrics.get("zizhi.phone.codes." + what)
                .tag("window", window)
                .gauge()
                .value();
    }

    /** Counts these codes alone, in a transaction that is rolled back. */
    private CodeConversion counted(Duration window) {
        return Reactive.inTransaction(() -> Panache.currentTransaction()
                .invoke(Mutiny.Transaction::markForRollback)
                .chain(() -> execute("delete from phone_verification"))
                .chain(() -> execute(ISSUED))
                .chain(() -> verifications.conversion(window)));
    }

    private static Uni<Integer> execute(String sql) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql).executeUpdate());
    }
}
