package io.zizhi.platform.testkit;

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

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final @Nullable Level before = LOG.getLevel();
    private final boolean shownBefore = LOG.getUseParentHandlers();

    private final Handler collector = new Handler() {
        @Override
        public void publish(LogRecord statement) {
            seen.add(statement.getMessage());
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
        return seen.stream().filter(each -> any.matcher(each).find()).toList();
    }

    @Override
    public void close() {
        LOG.setLevel(before);
        LOG.setUseParentHandlers(shownBefore);
        LOG.removeHandler(collector);
    }
}
