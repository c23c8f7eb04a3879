package io.zizhi.platform.messaging.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.StringJoiner;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Stores record headers as text, whatever their bytes: {@code name:value}, both in Base64. */
final class HeaderText {

    private static final Base64.Encoder ENCODER = Base64.getEncoder();
    private static final Base64.Decoder DECODER = Base64.getDecoder();

    private HeaderText() {}

    static String write(Headers headers) {
        StringJoiner lines = new StringJoiner("\n");
        for (Header header : headers) {
            String name = ENCODER.encodeToString(header.key().getBytes(StandardCharsets.UTF_8));
            byte[] value = header.value();
            lines.add(value == null ? name : name + ":" + ENCODER.encodeToString(value));
        }
        return lines.toString();
    }

    static RecordHeaders read(String text) {
        RecordHeaders headers = new RecordHeaders();
        text.lines().forEach(line -> {
            int colon = line.indexOf(':');
            String name = colon < 0 ? line : line.substring(0, colon);
            byte[] value = colon < 0 ? null : DECODER.decode(line.substring(colon + 1));
            headers.add(new String(DECODER.decode(name), StandardCharsets.UTF_8), value);
        });
        return headers;
    }
}
