package io.zizhi.faults.audit.notices;

import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The notices to applicants, by their template: decisions, expiry reminders and restrictions. */
public final class Notices {

    private final List<Row> ofDecisions = new ArrayList<>();
    private final List<Row> reminders = new ArrayList<>();
    private final List<Row> restrictions = new ArrayList<>();

    public Notices(Evidence evidence) {
        Map<String, Row> messages = evidence.rowsBy(Evidence.NOTIFICATION, "sms_message", "message_id");
        for (Row notice : evidence.rows(Evidence.NOTIFICATION, "notice")) {
            Row message = messages.get(notice.text("message_id"));
            listFor(message == null ? "" : message.text("template")).add(notice);
        }
    }

    private List<Row> listFor(String template) {
        if (template.endsWith("_EXPIRING") || template.endsWith("_EXPIRED")) {
            return reminders;
        }
        return template.endsWith("_SUSPENDED") || template.endsWith("_REINSTATED") || template.endsWith("_REVOKED")
                ? restrictions
                : ofDecisions;
    }

    List<Row> ofDecisions() {
        return ofDecisions;
    }

    /** Returns the notices that a qualification was suspended, reinstated or revoked. */
    public List<Row> restrictions() {
        return restrictions;
    }

    /** Returns the notices that evidence expires soon or has expired. */
    List<Row> reminders() {
        return reminders;
    }
}
