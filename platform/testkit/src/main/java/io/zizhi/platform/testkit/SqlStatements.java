package io.zizhi.platform.testkit;

import io.opentelemetry.api.trace.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects the SQL statements that Hibernate sends while this is open, from all parts of the service. */
public final class SqlStatements implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger("org.hibernate.SQL");

    /** A statement and the id of the trace to which it belongs. */
    private record Seen(String trace, String sql) {}

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final @Nullable Level before = LOG.getLevel();
    private final boolean shownBefore = LOG.getUseParentHandlers();

    private final Handler collector = new Handler() {
        @Override
        public void publish(LogRecord statement) {
            String trace = Span.current().getSpanContext().getTraceId();
            seen.add(new Seen(trace, statement.getMessage()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private SqlStatements() {
        LOG.addHandler(collector);
        LOG.setUseParentHandlers(false);
        LOG.setLevel(Level.ALL);
    }

    public static SqlStatements collect() {
        return new SqlStatements();
    }

    /** Returns the statements that contain one of the words, for example a table name. */
    public List<String> naming(String... words) {
        Pattern any = Pattern.compile("\\b(" + String.join("|", words) + ")\\b");
        return seen.stream()
                .map(Seen::sql)
                .filter(each -> any.matcher(each).find())
                .toList();
    }

    /**
     * Returns the statements of a trace, in their order, without the begin and the commit of transactions.
     *
     * @param trace id of the trace, 32 hexadecimal digits
     */
    public List<String> ofTrace(String trace) {
        return seen.stream()
                .filter(each -> each.trace().equals(trace))
                .map(Seen::sql)
                .toList();
    }

    /**
     * Returns the statements from the first that contains {@code first} to the next of its trace that contains {@code
     * last}, both included, without the statements of other traces.
     */
    public List<String> between(String first, String last) {
        Seen start = seen.stream()
                .filter(each -> each.sql().contains(first))
                .findFirst()
                .orElseThrow();
        List<String> following = ofTrace(start.trace());
        List<String> found = new ArrayList<>();
        for (String sql : following.subList(following.indexOf(start.sql()), following.size())) {
            found.add(sql);
            if (sql.contains(last)) {
                return found;
            }
        }
        throw new AssertionError("No statement contains " + last);
    }

    @Override
    public void close() {
        LOG.setLevel(before);
        LOG.setUseParentHandlers(shownBefore);
        LOG.removeHandler(collector);
    }
}
