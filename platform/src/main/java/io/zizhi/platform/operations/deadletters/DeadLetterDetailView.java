package io.zizhi.platform.operations.deadletters;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.messaging.deadletter.DeadLetter;
import io.zizhi.platform.messaging.deadletter.DeadLetterState;
import io.zizhi.platform.privacy.personal.PersonalText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * An unreadable record, as far as an operator may see it.
 *
 * @param id id of the dead letter
 * @param topic topic of the record
 * @param partition partition of the topic
 * @param offset offset in the partition
 * @param key masked; absent if the record has none
 * @param headers names and masked values, the first fifty
 * @param size size of the value in bytes; absent if the record has none
 * @param sha256 digest of the value, to compare with the producer's copy
 * @param excerpt the first 1,000 characters, strictly masked; never the bytes themselves
 * @param reason why the last attempt to read it failed
 * @param state state of the dead letter
 * @param retries number of retries by operators
 * @param arrivedAt when it was received
 * @param closedAt when it was read or discarded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetterDetailView(
        long id,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        List<HeaderView> headers,
        @Nullable Integer size,
        @Nullable String sha256,
        @Nullable String excerpt,
        String reason,
        DeadLetterState state,
        int retries,
        Instant arrivedAt,
        @Nullable Instant closedAt) {

    private static final int LONGEST_EXCERPT = 1000;
    private static final int LONGEST_HEADER = 200;
    private static final int MOST_HEADERS = 50;

    /**
     * A header with masked value.
     *
     * @param name its name
     * @param value its value, masked
     */
    public record HeaderView(String name, String value) {

        static HeaderView from(Header header) {
            String value = header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
            return new HeaderView(
                    PersonalText.strictlyMasked(header.key(), LONGEST_HEADER),
                    PersonalText.strictlyMasked(value, LONGEST_HEADER));
        }
    }

    static DeadLetterDetailView from(DeadLetter letter) {
        byte[] content = letter.content();
        String key = letter.keyText();
        return new DeadLetterDetailView(
                letter.id(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                key == null ? null : PersonalText.masked(key, LONGEST_HEADER),
                Arrays.stream(letter.headers().toArray())
                        .limit(MOST_HEADERS)
                        .map(HeaderView::from)
                        .toList(),
                content == null ? null : content.length,
                content == null ? null : sha256(content),
                content == null ? null : excerpt(content),
                letter.reason(),
                letter.state(),
                letter.retries(),
                letter.arrivedAt(),
                letter.closedAt());
    }

    private static String excerpt(byte[] content) {
        return PersonalText.strictlyMasked(new String(content, StandardCharsets.UTF_8), LONGEST_EXCERPT);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
