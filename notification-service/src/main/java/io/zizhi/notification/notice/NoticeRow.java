package io.zizhi.notification.notice;

import io.zizhi.notification.sender.SmsStatus;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import java.time.Instant;
import java.util.HexFormat;

/** A row of the list of notices. The masked number is still encrypted. */
record NoticeRow(Row row) {

    /** The outcome of the text, as {@code SmsMessage} computes it: after acceptance the receipts decide. */
    static final String STATUS =
            "case when m.status = 'ACCEPTED' then coalesce(m.delivery, m.status) else m.status end";

    static final String FAILURE_CODE = """
            case when m.status = 'FAILED' then m.outcome_code
                when m.status = 'ACCEPTED' and m.delivery = 'FAILED' then coalesce(m.delivery_code, 'NOT_DELIVERED') end
            """;

    String key() {
        return row.text("notice_key");
    }

    Instant createdAt() {
        return row.instant("created_at");
    }

    NoticeView view(AccountCipher cipher) {
        String name = row.textOrNull("status");
        return new NoticeView(
                row.text("message_id"),
                row.number("qualification_id"),
                row.number("work_order"),
                row.text("template"),
                NoticeSeal.open(cipher, HexFormat.of().parseHex(row.text("recipient")), key()),
                name == null ? null : SmsStatus.valueOf(name),
                row.textOrNull("failure_code"),
                createdAt());
    }
}
