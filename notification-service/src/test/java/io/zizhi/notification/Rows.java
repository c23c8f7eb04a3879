package io.zizhi.notification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.zizhi.platform.runtime.cleanup.CleanUp;
import io.zizhi.platform.testkit.Reactive;
import java.util.List;

/** Reads stored rows and changes their times, as if time had passed. */
public final class Rows {

    private Rows() {}

    /** Makes all sent codes older by the interval. */
    public static void letSendsAge(String interval) {
        change("update code_send set sent_at = sent_at - cast('" + interval + "' as interval)");
    }

    /** Returns how often a message was handed over to the local inbox, accepted or not. */
    public static long handOvers(String messageId) {
        return count("select count(*) from local_hand_over where message_id = '" + messageId + "'");
    }

    /** Makes the recall of a message due, if its outcome is unknown and a recall is left. */
    public static void letRecallBeDue(String messageId) {
        change("update sms_message set recall_at = statement_timestamp()"
                + " where status = 'UNKNOWN' and recall_at is not null and message_id = '" + messageId + "'");
    }

    /** Ends the pause of a message that its sender has not taken. */
    public static void letHandOverBeDue(String messageId) {
        change("update sms_message set queued_at = statement_timestamp() where status = 'QUEUED' and message_id = '"
                + messageId + "'");
    }

    /** Makes the next question for the receipt of a message due, if one is left. */
    public static void letReceiptBeDue(String messageId) {
        change("update sms_message set receipt_due_at = statement_timestamp()"
                + " where receipt_due_at is not null and message_id = '" + messageId + "'");
    }

    /** Returns whether the row of the message meets the condition. */
    public static boolean isMessage(String messageId, String condition) {
        return count("select count(*) from sms_message where message_id = '" + messageId + "' and " + condition) == 1;
    }

    /** Deletes all outdated rows, as the loop of the clean-up does. */
    public static void cleanUp(CleanUp cleanUp) {
        while (Reactive.run(cleanUp::round)) {
            // A batch was full, so there may be more.
        }
    }

    public static int change(String sql) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(sql).executeUpdate()));
    }

    public static long count(String sql) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, Long.class).getSingleResult()));
    }

    public static List<String> texts(String sql) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, String.class).getResultList()));
    }
}
