package io.zizhi.qualification.model.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.ExtensionReason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DueChangeTest {

    private static final Instant DUE = Instant.parse("2026-11-24T04:00:00Z");
    private static final Instant AT = Instant.parse("2026-11-24T03:00:00Z");

    private final Revision revision = new Revision(1, 2, "company-a");

    @Test
    void records_extension_with_reason_and_rescheduling_without() {
        revision.schedule(DUE, "STANDARD", false);
        revision.extend(DUE.plusSeconds(3600), false, ExtensionReason.COMPLEX_CASE, AT);
        revision.reschedule(DUE.plusSeconds(7200), "STANDARD", true, AT.plusSeconds(60));

        assertThat(revision.dueChanges())
                .containsExactly(
                        new DueChange(AT, DUE, DUE.plusSeconds(3600), ExtensionReason.COMPLEX_CASE),
                        new DueChange(AT.plusSeconds(60), DUE.plusSeconds(3600), DUE.plusSeconds(7200), null));
        assertThat(revision.dueAt()).isEqualTo(DUE.plusSeconds(7200));
        assertThat(revision.dueProvisional()).isTrue();
    }

    @Test
    void ignores_change_that_keeps_the_due_time() {
        revision.schedule(DUE, "STANDARD", true);
        revision.reschedule(DUE, "STANDARD", false, AT);

        assertThat(revision.dueChanges()).isEmpty();
        assertThat(revision.dueProvisional()).isFalse();
    }

    @Test
    void keeps_the_newest_twenty_changes() {
        revision.schedule(DUE, "STANDARD", false);
        for (int hour = 1; hour <= 25; hour++) {
            revision.extend(DUE.plus(Duration.ofHours(hour)), false, ExtensionReason.HIGH_VOLUME, AT);
        }

        assertThat(revision.dueChanges()).hasSize(20);
        assertThat(revision.dueChanges().getLast().dueAt()).isEqualTo(DUE.plus(Duration.ofHours(25)));
    }

    @Test
    void submission_may_be_urged_after_the_set_time_once() {
        assertThat(revision.urgeableAt(Duration.ofMinutes(20))).isEmpty();
        revision.submit(1, 20000001, "contact", "applicant-a", AT);
        assertThat(revision.urgeableAt(Duration.ofMinutes(20))).contains(AT.plusSeconds(1200));

        revision.urge(AT.plusSeconds(1200), Duration.ofMinutes(20));

        assertThat(revision.urgeableAt(Duration.ofMinutes(20))).isEmpty();
    }
}
