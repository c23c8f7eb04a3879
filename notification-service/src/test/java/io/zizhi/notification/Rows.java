package io.zizhi.notification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.zizhi.platform.testkit.Reactive;
import java.util.List;

/** Moves time by moving what is stored, and looks at what is stored. */
public final class Rows {

    private Rows() {}

    /** Everything that was sent was sent that much earlier. */
    public static void letSendsAge(String interval) {
        change("update code_send set sent_at = sent_at - cast('" + interval + "' as interval)");
    }

    /** How often the local inbox was handed a message, taken or not. */
    public static long handOvers(String messageId) {
        return count("select count(*) from local_hand_over where message_id = '" + messageId + "'");
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
