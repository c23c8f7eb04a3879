package io.zizhi.qualification.catalogue.copy;

import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.platform.privacy.encryption.BlindIndex;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Signs the positions of copies with a keyed hash over the position, the time, the account and the recipient. It shows
 * that the copy was recorded for this recipient a short time ago, without any state. Any other position is accepted as
 * well, but its page is recorded.
 */
@Singleton
class CopyCursors {

    /** How long the record of a copy covers the pages that follow. No export lasts longer. */
    private static final Duration COVERED = Duration.ofHours(1);

    private static final String PURPOSE = "account_copy_cursor";

    private final BlindIndex hashes;
    private final Clock clock;

    CopyCursors(BlindIndex hashes, Clock clock) {
        this.hashes = hashes;
        this.clock = clock;
    }

    /** @param position two words */
    String sign(String position, String accountId, String recipient) {
        String content = position + " " + clock.instant().getEpochSecond();
        return content + " " + hash(content, accountId, recipient).stored();
    }

    /** Returns whether an earlier page, at most an hour ago, has recorded the copy for the recipient. */
    boolean isRecorded(String cursor, String accountId, String recipient) {
        String[] words = cursor.split(" ", -1);
        if (words.length != 4) {
            return false;
        }
        byte[] hash = words[3].getBytes(StandardCharsets.UTF_8);
        String content = words[0] + " " + words[1] + " " + words[2];
        return hash(content, accountId, recipient).all().stream()
                        .anyMatch(expected -> MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), hash))
                && Instant.ofEpochSecond(Long.parseLong(words[2])).plus(COVERED).isAfter(clock.instant());
    }

    private BlindHash hash(String content, String accountId, String recipient) {
        return hashes.of(PURPOSE, content + " " + accountId + " " + recipient);
    }
}
