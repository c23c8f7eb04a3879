package io.zizhi.notification.sender.alibaba;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.notification.sender.channel.ReceiptBody;
import io.zizhi.notification.sender.channel.SmsReceipt;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One report of a push. Its phone number is not read.
 *
 * @param receipt the report as a receipt
 */
record PushedReport(SmsReceipt receipt) {

    private static final Pattern OUR_ID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern BIZ_ID = Pattern.compile("[\\x21-\\x7E]{1,100}");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** Reads an array of reports; fails with 400 for anything else. Omits reports without an id or a result. */
    static List<PushedReport> read(String body) {
        JsonNode reports = CloudVerdict.read(body);
        if (!reports.isArray()) {
            throw ReceiptBody.unreadable();
        }
        return StreamSupport.stream(reports.spliterator(), false)
                .flatMap(PushedReport::of)
                .toList();
    }

    private static Stream<PushedReport> of(JsonNode report) {
        String outId = matching(OUR_ID, report.path("out_id"));
        String bizId = matching(BIZ_ID, report.path("biz_id"));
        Optional<Instant> at = time(report.path("report_time").asText());
        if ((outId == null && bizId == null) || !report.path("success").isBoolean() || at.isEmpty()) {
            return Stream.empty();
        }
        boolean delivered = report.path("success").asBoolean();
        return Stream.of(new PushedReport(new SmsReceipt(
                AlibabaSender.NAME,
                bizId,
                outId,
                delivered ? SmsReceipt.Outcome.DELIVERED : SmsReceipt.Outcome.FAILED,
                delivered ? null : matching(ReceiptBody.CODE, report.path("err_code")),
                at.get())));
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(ReceiptBody.time(
                    LocalDateTime.parse(text, TIME).atZone(AlibabaSender.ZONE).toInstant()));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static @Nullable String matching(Pattern form, JsonNode value) {
        String text = value.asText();
        return form.matcher(text).matches() ? text : null;
    }
}
