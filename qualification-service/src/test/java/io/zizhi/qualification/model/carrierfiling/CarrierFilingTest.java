package io.zizhi.qualification.model.carrierfiling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.contracts.CarrierFilingCause;
import io.zizhi.platform.http.problem.ProblemException;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CarrierFilingTest {

    private static final Instant NOW = Instant.parse("2026-11-29T02:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(10));
    private static final String CLAIM = "00000000-0000-0000-0000-000000000001";
    private static final String OTHER = "00000000-0000-0000-0000-000000000002";

    private final CarrierFiling filing = pending();

    @Test
    void filed_filing_waits_for_the_answer() {
        filing.file(CLAIM, null, LATER, NOW);

        assertThat(filing.status()).isEqualTo(CarrierFilingStatus.FILED);
        assertThat(filing.dueAt()).contains(LATER);
        assertThat(filing.filedAt()).contains(NOW);
        assertThat(filing.version()).isEqualTo(2);
        assertThat(filing.wasFiledUnder(CLAIM)).isTrue();
        assertThat(filing.wasFiledUnder(OTHER)).isFalse();
    }

    @Test
    void only_newest_claim_files() {
        assertThatThrownBy(() -> filing.file(OTHER, null, LATER, NOW))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("does not hold");
        assertThat(filing.status()).isEqualTo(CarrierFilingStatus.PENDING);
    }

    @Test
    void claim_that_ran_out_reads_nothing() {
        filing.requireLiveClaim(CLAIM, NOW.minusMillis(1));

        assertThatThrownBy(() -> filing.requireLiveClaim(CLAIM, NOW)).hasMessageContaining("has run out");
    }

    @Test
    void carrier_answers_only_filed_filing() {
        assertThatThrownBy(() -> filing.accept(null, NOW)).hasMessageContaining("cannot change from PENDING");
        filing.file(CLAIM, null, LATER, NOW);
        filing.reject("NAME_UNKNOWN", null, LATER);

        assertThat(filing.wasRejectedFor("NAME_UNKNOWN")).isTrue();
        assertThat(filing.wasRejectedFor("OTHER")).isFalse();
        assertThat(filing.endedAt()).contains(LATER);
        assertThatThrownBy(() -> filing.accept(null, NOW)).hasMessageContaining("cannot change from REJECTED");
        assertThatThrownBy(() -> filing.cancel(CarrierFilingCause.RELEASED, NOW))
                .hasMessageContaining("cannot change from REJECTED");
    }

    @Test
    void only_rejected_filing_can_be_filed_again() {
        assertThatThrownBy(filing::requireRejected).hasMessageContaining("this one is PENDING");
        filing.file(CLAIM, null, LATER, NOW);
        filing.reject("SYSTEM_ERROR", null, LATER);

        filing.requireRejected();
    }

    @Test
    void accepted_filing_can_be_cancelled() {
        filing.file(CLAIM, null, LATER, NOW);
        filing.accept(null, NOW);
        filing.cancel(CarrierFilingCause.SUPERSEDED, LATER);

        assertThat(filing.wasAccepted()).isFalse();
        assertThat(filing.cause()).contains(CarrierFilingCause.SUPERSEDED);
        assertThat(filing.endedAt()).contains(LATER);
    }

    @Test
    void becomes_overdue_once_per_state() {
        assertThat(filing.markOverdue(NOW)).isTrue();
        assertThat(filing.markOverdue(LATER)).isFalse();
        assertThat(filing.overdueAt()).contains(NOW);

        filing.file(CLAIM, null, LATER, NOW);
        assertThat(filing.overdueAt()).isEmpty();
        assertThat(filing.markOverdue(LATER)).isTrue();
        filing.accept(null, LATER);
        assertThat(filing.markOverdue(LATER)).isFalse();
    }

    /** Returns a filing as the database returns it to a filing system that claimed it until {@link #NOW}. */
    private static CarrierFiling pending() {
        CarrierFiling filing = new CarrierFiling();
        Map<String, Object> columns =
                Map.of("status", CarrierFilingStatus.PENDING, "version", 1L, "claimId", CLAIM, "claimedUntil", NOW);
        columns.forEach((name, value) -> set(filing, name, value));
        return filing;
    }

    private static void set(CarrierFiling filing, String name, Object value) {
        try {
            Field field = CarrierFiling.class.getDeclaredField(name);
            field.setAccessible(true);
            field.set(filing, value);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
