package io.zizhi.faults.audit.notices;

import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The notices to applicants, by their template: decisions and expiry reminders. */
final class Notices {

    private final List<Row> ofDecisions = new ArrayList<>();
    private final List<Row> reminders = new ArrayList<>();

    Notices(Evidence evidence) {
        Map<String, Row> messages = evidence.rowsBy(Evidence.NOTIFICATION, "sms_message", "message_id");
        for (Row notice : evidence.rows(Evidence.NOTIFICATION, "notice")) {
            Row message = messages.get(notice.text("message_id"));
            boolean reminds = message != null
                    && (message.text("template").endsWith("_EXPIRING")
                            || message.text("template").endsWith("_EXPIRED"));
            (reminds ? reminders : ofDecisions).add(notice);
        }
    }

    List<Row> ofDecisions() {
        return ofDecisions;
    }

    /** Returns the notices that evidence expires soon or has expired. */
    List<Row> reminders() {
        return reminders;
    }
}
