package io.zizhi.platform.operations.audit.verification;

import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.platform.privacy.encryption.BlindIndex;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Writes and reads the cursors of verifications. A cursor ends with a keyed hash over its content, the auditor and the
 * time at which it was issued. It shows that the verification was recorded under this auditor a short time ago, without
 * any state. Any other cursor is accepted as well, but its page is recorded: it may have been made up, or it may be
 * another person's.
 */
@ApplicationScoped
class VerificationCursors {

    /** How long the record of a verification covers the pages that follow. A page takes seconds. */
    private static final Duration COVERED = Duration.ofHours(1);

    private static final String PURPOSE = "audit_verification_cursor";
    private static final String SEPARATOR = ".";

    private final BlindIndex hashes;
    private final Clock clock;

    VerificationCursors(BlindIndex hashes, Clock clock) {
        this.hashes = hashes;
        this.clock = clock;
    }

    /** @param recorded whether an earlier page has recorded the verification of this auditor */
    record Continued(Progress progress, boolean recorded) {}

    /** Returns the cursor of the next page for this auditor. */
    String write(Progress next, Caller auditor) {
        String content = next.cursor() + SEPARATOR + clock.instant().getEpochSecond();
        return content + SEPARATOR + hash(content, auditor).stored();
    }

    /** Reads a cursor; fails with 400 if it cannot be read. */
    Continued read(String cursor, Caller auditor) {
        String[] parts = cursor.split("\\.", -1);
        Progress progress = Progress.of(parts[0]);
        return new Continued(progress, parts.length == 3 && isRecorded(parts, auditor));
    }

    private boolean isRecorded(String[] parts, Caller auditor) {
        byte[] hash = parts[2].getBytes(StandardCharsets.UTF_8);
        return hash(parts[0] + SEPARATOR + parts[1], auditor).all().stream()
                        .anyMatch(expected -> MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), hash))
                && Instant.ofEpochSecond(Long.parseLong(parts[1])).plus(COVERED).isAfter(clock.instant());
    }

    private BlindHash hash(String content, Caller auditor) {
        return hashes.of(PURPOSE, content + SEPARATOR + auditor.subject());
    }
}
