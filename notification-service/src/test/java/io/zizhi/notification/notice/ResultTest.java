package io.zizhi.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.Evidence;
import io.zizhi.contracts.QualificationExpired;
import io.zizhi.contracts.QualificationExpiring;
import io.zizhi.contracts.QualificationReinstated;
import io.zizhi.contracts.QualificationRevoked;
import io.zizhi.contracts.QualificationSuspended;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResultTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2027, 1, 31);
    private static final Instant AT = Instant.parse("2027-01-31T16:00:00Z");
    private static final List<Evidence> EVIDENCE = List.of(Evidence.IMPORTED_APPROVAL);

    @Test
    void notifies_nobody_of_the_end_of_imported_revisions() {
        assertThat(Result.ofEnding(expiring(null))).isEmpty();
        assertThat(Result.ofEnding(expired(null))).isEmpty();
        assertThat(Result.ofEnding(expiring("contact"))).isPresent();
        assertThat(Result.ofEnding(expired("contact"))).isPresent();
    }

    @Test
    void notifies_nobody_of_restrictions_of_imported_revisions() {
        assertThat(Result.ofRestriction(suspended(null))).isEmpty();
        assertThat(Result.ofRestriction(reinstated(null))).isEmpty();
        assertThat(Result.ofRestriction(revoked(null))).isEmpty();
        assertThat(Result.ofRestriction(suspended("contact"))).isPresent();
        assertThat(Result.ofRestriction(reinstated("contact"))).isPresent();
        assertThat(Result.ofRestriction(revoked("contact"))).isPresent();
    }

    private static QualificationSuspended suspended(@Nullable String contact) {
        return new QualificationSuspended(1, 2, "company-a", "导入资质", contact, "COMPLAINTS", 0, AT);
    }

    private static QualificationReinstated reinstated(@Nullable String contact) {
        return new QualificationReinstated(1, 2, "company-a", "导入资质", contact, "RESOLVED", AT);
    }

    private static QualificationRevoked revoked(@Nullable String contact) {
        return new QualificationRevoked(1, 2, "company-a", "导入资质", contact, "MATERIAL_FALSE", 0, AT);
    }

    private static QualificationExpiring expiring(@Nullable String contact) {
        return new QualificationExpiring(1, 2, "company-a", "导入资质", contact, EVIDENCE, 30, LAST_DAY);
    }

    private static QualificationExpired expired(@Nullable String contact) {
        return new QualificationExpired(1, 2, "company-a", "导入资质", contact, EVIDENCE, LAST_DAY, AT);
    }
}
