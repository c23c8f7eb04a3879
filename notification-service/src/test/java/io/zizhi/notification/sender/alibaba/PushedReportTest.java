package io.zizhi.notification.sender.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.notification.sender.channel.SmsReceipt;
import io.zizhi.platform.http.problem.ProblemException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushedReportTest {

    private static final String ID = "0123456789abcdef0123456789abcdef";

    @Test
    void reads_reports_as_documented() {
        assertThat(PushedReport.read(
                        "[" + report(true, "DELIVERED", ID) + "," + report(false, "UNDELIV", "67890") + "]"))
                .extracting(PushedReport::receipt)
                .containsExactly(
                        new SmsReceipt(
                                "alibaba",
                                "12345^0",
                                ID,
                                SmsReceipt.Outcome.DELIVERED,
                                null,
                                Instant.parse("2026-11-29T03:00:03Z")),
                        new SmsReceipt(
                                "alibaba",
                                "12345^0",
                                null,
                                SmsReceipt.Outcome.FAILED,
                                "UNDELIV",
                                Instant.parse("2026-11-29T03:00:03Z")));
    }

    @Test
    void omits_unreadable_reports_and_texts_instead_of_codes() {
        String late = report(true, "DELIVERED", ID).replace("2026-11-29 11:00:03", "+300000-11-29 11:00:03");
        assertThat(PushedReport.read("[{}, 7, null, " + late + "," + report(false, "手机 13800138000", ID) + "]"))
                .singleElement()
                .satisfies(report -> assertThat(report.receipt().code()).isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[", "<html/>"})
    void refuses_anything_but_an_array(String body) {
        assertThatThrownBy(() -> PushedReport.read(body)).isInstanceOf(ProblemException.class);
    }

    private static String report(boolean success, String code, String outId) {
        return """
                {"phone_number": "13800138000", "send_time": "2026-11-29 11:00:00",
                 "report_time": "2026-11-29 11:00:03", "success": %s, "err_code": "%s", "err_msg": "m",
                 "sms_size": "1", "biz_id": "12345^0", "out_id": "%s"}""".formatted(success, code, outId);
    }
}
