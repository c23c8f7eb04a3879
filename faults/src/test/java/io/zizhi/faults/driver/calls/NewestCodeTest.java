package io.zizhi.faults.driver.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.e2e.Api;
import io.zizhi.faults.driver.history.Moment;
import io.zizhi.faults.driver.history.Reply;
import io.zizhi.faults.suite.outside.PassedText;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewestCodeTest {

    private static final Instant AT = Instant.parse("2026-11-29T02:00:00Z");
    private static final Optional<PassedText> PASSED_ON = Optional.of(new PassedText(AT, "验证码 111111"));
    private static final Reply NO_ANSWER = new Reply(Moment.INFO, 0, MissingNode.getInstance());

    @Test
    void takes_newer_code_from_the_inbox() {
        assertThat(ApplicantCalls.newestCode(PASSED_ON, inbox(AT.plusSeconds(1))))
                .contains("222222");
        assertThat(ApplicantCalls.newestCode(Optional.empty(), inbox(AT))).contains("222222");
    }

    @Test
    void takes_newer_code_from_the_gateway() {
        assertThat(ApplicantCalls.newestCode(PASSED_ON, inbox(AT.minusSeconds(1))))
                .contains("111111");
        assertThat(ApplicantCalls.newestCode(PASSED_ON, NO_ANSWER)).contains("111111");
    }

    @Test
    void ignores_messages_without_a_code() {
        Optional<PassedText> notice = Optional.of(new PassedText(AT.plusSeconds(9), "资质已通过"));
        assertThat(ApplicantCalls.newestCode(notice, inbox(AT))).contains("222222");
        assertThat(ApplicantCalls.newestCode(notice, NO_ANSWER)).isEmpty();
    }

    private static Reply inbox(Instant sentAt) {
        ObjectNode body = Api.JSON.createObjectNode();
        body.putArray("items").addObject().put("text", "验证码 222222").put("sentAt", sentAt.toString());
        return new Reply(Moment.OK, 200, body);
    }
}
