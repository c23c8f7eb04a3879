package io.zizhi.notification.sender.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.notification.sender.SmsOutcome;
import io.zizhi.notification.sender.SmsStatus;
import io.zizhi.notification.sender.message.SmsTemplate;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InboxPageTest {

    private static final Instant AT = Instant.parse("2026-11-24T02:00:00Z");

    @Test
    void shows_markup_in_messages_as_text() {
        String page = InboxPage.of(
                List.of(new InboxMessageView(
                        "m1", "13800138000", "<script>alert(\"1\" + '2')</script> & more", SmsTemplate.PHONE_CODE, AT)),
                Map.of("m1", new SmsOutcome(SmsStatus.ACCEPTED, null)));
        assertThat(page)
                .contains("<tr><td>2026-11-24 10:00:00</td><td>13800138000</td><td>ACCEPTED</td>"
                        + "<td>&lt;script&gt;alert(&quot;1&quot; + &#39;2&#39;)&lt;/script&gt; &amp; more</td></tr>")
                .doesNotContain("<script");
    }

    @Test
    void says_that_there_are_no_messages() {
        assertThat(InboxPage.of(List.of(), Map.of())).contains("还没有短信").doesNotContain("<table");
    }

    @Test
    void policy_allows_the_style_of_the_page_and_nothing_else() throws NoSuchAlgorithmException {
        String page = InboxPage.of(List.of(), Map.of());
        String style = page.substring(page.indexOf("<style>") + "<style>".length(), page.indexOf("</style>"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertThat(InboxPage.CONTENT_SECURITY_POLICY)
                .startsWith("default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(digest) + "'; ")
                .doesNotContain("unsafe", "self", "*");
        assertThat(page).doesNotContainPattern("(src|href|action|style)=");
    }
}
