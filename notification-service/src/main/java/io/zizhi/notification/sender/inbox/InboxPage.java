package io.zizhi.notification.sender.inbox;

import io.zizhi.notification.sender.SmsOutcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The HTML page of the inbox: no scripts, nothing from elsewhere. It reloads itself. */
final class InboxPage {

    /** On a narrow screen the text of a message is below its other columns, because it needs the whole width. */
    private static final String STYLE = """
        body{font:1rem/1.5 sans-serif;margin:1.5rem auto;padding:0 1rem;max-width:64rem;color:#222}
        h1{font-size:1.5rem;line-height:1.3}h1 span{white-space:nowrap;font-weight:normal}span{color:#666}
        table{border-collapse:collapse;width:100%}
        th,td{border-bottom:1px solid #ddd;padding:.5rem 1rem .5rem 0}
        th,td{text-align:left;vertical-align:top;white-space:nowrap}
        td:last-child{white-space:pre-wrap;overflow-wrap:anywhere;width:100%}
        @media(max-width:44rem){tr{display:flex;flex-wrap:wrap;border-bottom:1px solid #ddd;padding:.5rem 0}
        tr:first-child{display:none}td{border:0;padding:0 1rem 0 0;font-size:.875rem;color:#666}
        td:last-child{font-size:1rem;color:#222}}""";

    /** Allows only the style of this page. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String NONE = "<p>还没有短信。 <span lang=\"en\">No messages yet.</span></p>";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private InboxPage() {}

    /** @param outcomes by message id */
    static String of(List<InboxMessageView> messages, Map<String, SmsOutcome> outcomes) {
        return """
            <!doctype html>
            <html lang="zh-CN">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <meta http-equiv="refresh" content="5"><title>短信收件箱（本地）</title><style>%s</style></head>
            <body><main>
            <h1>短信收件箱（本地） <span lang="en">SMS inbox (local)</span></h1>
            <p>本页面代替手机，仅供本机使用，每五秒刷新。以下是最新的短信，最多 50 条。</p>
            <p lang="en">This page replaces phones, on this machine only. It reloads every five seconds, and shows the
            50 newest messages.</p>
            %s
            </main></body>
            </html>
            """.formatted(STYLE, messages.isEmpty() ? NONE : table(messages, outcomes));
    }

    private static String table(List<InboxMessageView> messages, Map<String, SmsOutcome> outcomes) {
        String rows = messages.stream()
                .map(message -> row(message, outcomes.get(message.messageId())))
                .collect(Collectors.joining("\n"));
        return """
            <table>
            <tr><th>时间 time</th><th>号码 number</th><th>状态 state</th><th>短信 text</th></tr>
            %s
            </table>""".formatted(rows);
    }

    /** @param outcome null if the message was deleted from the queue */
    private static String row(InboxMessageView message, @Nullable SmsOutcome outcome) {
        return "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                .formatted(
                        TIME.format(message.sentAt()),
                        escaped(message.phone()),
                        outcome == null ? "–" : outcome.status(),
                        escaped(message.text()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
