package io.zizhi.notification.verification.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.platform.privacy.encryption.BlindHash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhoneVerificationTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final String ACCOUNT = "company-a";
    private static final String INDEX = "index";
    private static final String RIGHT = "right";
    private static final SubmittedRevision FIRST = new SubmittedRevision(1001, 1);
    private static final SubmittedRevision OTHER = new SubmittedRevision(1002, 1);

    @Test
    void the_right_code_verifies_once() {
        PhoneVerification verification = issued();
        assertThat(verification.enter(List.of(RIGHT), NOW.plusSeconds(299))).isEqualTo(CodeVerdict.RIGHT);
        assertThat(verification.enter(List.of(RIGHT), NOW.plusSeconds(299))).isEqualTo(CodeVerdict.SPENT);
    }

    @Test
    void a_code_expires_after_five_minutes() {
        assertThat(issued().enter(List.of(RIGHT), NOW.plusSeconds(300))).isEqualTo(CodeVerdict.EXPIRED);
    }

    @Test
    void five_wrong_attempts_exhaust_the_code() {
        PhoneVerification verification = issued();
        for (int tries = 0; tries < 5; tries++) {
            assertThat(verification.enter(List.of("wrong"), NOW)).isEqualTo(CodeVerdict.WRONG);
        }
        assertThat(verification.enter(List.of(RIGHT), NOW)).isEqualTo(CodeVerdict.EXHAUSTED);
    }

    @Test
    void tries_are_left_only_while_the_code_can_be_entered() {
        PhoneVerification verification = issued();
        assertThat(verification.triesLeft(NOW)).isEqualTo(5);
        verification.enter(List.of("wrong"), NOW);
        assertThat(verification.triesLeft(NOW.plusSeconds(299))).isEqualTo(4);
        assertThat(verification.triesLeft(NOW.plusSeconds(300))).isZero();
        assertThat(verified().triesLeft(NOW)).isZero();
    }

    @Test
    void a_newer_code_supersedes_the_older() {
        PhoneVerification verification = issued();
        verification.supersede();
        assertThat(verification.enter(List.of(RIGHT), NOW)).isEqualTo(CodeVerdict.SUPERSEDED);
    }

    @Test
    void a_verified_number_cannot_be_superseded() {
        assertThatThrownBy(() -> verified().supersede()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void usability_names_the_obstacle() {
        assertThat(issued().usability(ACCOUNT, BlindHash.of(INDEX), NOW)).isEqualTo(Usability.NOT_VERIFIED);
        assertThat(issued().usability(ACCOUNT, BlindHash.of(INDEX), NOW.plusSeconds(300)))
                .isEqualTo(Usability.EXPIRED);
        assertThat(verified().usability(ACCOUNT, BlindHash.of(INDEX), NOW)).isEqualTo(Usability.VERIFIED);
        assertThat(verified().usability(ACCOUNT, BlindHash.of("other"), NOW)).isEqualTo(Usability.PHONE_MISMATCH);
        assertThat(verified().usability(ACCOUNT, null, NOW)).isEqualTo(Usability.PHONE_MISMATCH);
        assertThat(verified().usability("company-b", BlindHash.of(INDEX), NOW)).isEqualTo(Usability.NOT_FOUND);
        assertThat(verified().usability(ACCOUNT, BlindHash.of(INDEX), NOW.plus(Duration.ofMinutes(30))))
                .isEqualTo(Usability.EXPIRED);
    }

    @Test
    void a_reservation_excludes_others_past_its_term() {
        PhoneVerification verification = verified();
        Instant until = verification.reserve(FIRST, NOW);
        assertThat(until).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
        assertThat(available(verification, OTHER, until.minusMillis(1))).isEqualTo(Usability.RESERVED);
        assertThat(available(verification, FIRST, until.minusMillis(1))).isEqualTo(Usability.VERIFIED);
        assertThat(available(verification, OTHER, until.plusSeconds(600))).isEqualTo(Usability.RESERVED);
    }

    @Test
    void a_reservation_can_be_extended_after_expiry() {
        PhoneVerification verification = verified();
        verification.reserve(FIRST, NOW.plus(Duration.ofMinutes(29)));
        Instant late = NOW.plus(Duration.ofMinutes(35));
        assertThat(available(verification, FIRST, late)).isEqualTo(Usability.VERIFIED);
        assertThat(available(verification, OTHER, late)).isEqualTo(Usability.EXPIRED);
    }

    @Test
    void a_submission_consumes_the_verification() {
        PhoneVerification verification = verified();
        verification.reserve(FIRST, NOW);
        assertThat(verification.confirm(FIRST)).isTrue();
        assertThat(verification.confirm(FIRST)).isTrue();
        assertThat(verification.usability(ACCOUNT, BlindHash.of(INDEX), NOW)).isEqualTo(Usability.USED);
        assertThat(available(verification, OTHER, NOW)).isEqualTo(Usability.USED);
    }

    @Test
    void withdrawal_releases_verification_for_the_rest_of_its_time() {
        PhoneVerification verification = verified();
        verification.reserve(FIRST, NOW);
        verification.confirm(FIRST);

        verification.release();

        assertThat(verification.usability(ACCOUNT, BlindHash.of(INDEX), NOW.plusSeconds(1799)))
                .isEqualTo(Usability.VERIFIED);
        assertThat(available(verification, OTHER, NOW.plusSeconds(1799))).isEqualTo(Usability.VERIFIED);
        assertThat(verification.usability(ACCOUNT, BlindHash.of(INDEX), NOW.plusSeconds(1800)))
                .isEqualTo(Usability.EXPIRED);
    }

    @Test
    void keeps_the_number_with_a_later_submission() {
        PhoneVerification verification = verified();
        verification.reserve(FIRST, NOW);
        verification.reserve(OTHER, NOW.plus(Duration.ofMinutes(11)));
        assertThat(verification.confirm(FIRST)).isFalse();
        assertThat(verification.confirm(OTHER)).isTrue();
    }

    private static Usability available(PhoneVerification verification, SubmittedRevision submission, Instant now) {
        return verification.availability(ACCOUNT, BlindHash.of(INDEX), submission, now);
    }

    private static PhoneVerification issued() {
        return PhoneVerification.issue("id", ACCOUNT, new byte[] {1}, INDEX, RIGHT, NOW);
    }

    private static PhoneVerification verified() {
        PhoneVerification verification = issued();
        verification.enter(List.of(RIGHT), NOW);
        return verification;
    }
}
