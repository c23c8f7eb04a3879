package io.zizhi.notification.sender.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.notification.sender.message.SmsTemplate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboxViewTest {

    @Test
    void hides_number_and_code_in_toString() {
        var message = new InboxMessageView("id", "13800138000", "code 123456", SmsTemplate.PHONE_CODE, Instant.EPOCH);
        assertThat(message + " " + new InboxView(List.of(message)))
                .doesNotContain("13800138000")
                .doesNotContain("123456");
    }
}
