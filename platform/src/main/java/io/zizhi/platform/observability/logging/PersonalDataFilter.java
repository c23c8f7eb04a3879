package io.zizhi.platform.observability.logging;

import io.quarkus.logging.LoggingFilter;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Masks numbers of identity documents and of mobile phones in what is logged. The types of {@code personal} mask
 * themselves, so this has nothing to do; each record that it has to change is a fault of ours and is counted
 * ({@code log_masked_total}). An exception whose text holds such a number is replaced by the names of its classes.
 */
@LoggingFilter(name = "personal-data")
public final class PersonalDataFilter implements Filter {

    /** Static, because the logging system makes filters before there are beans. */
    private static final LongAdder MASKED = new LongAdder();

    private static final ExtFormatter MESSAGES = new ExtFormatter() {
        @Override
        public String format(ExtLogRecord logged) {
            return formatMessage(logged);
        }
    };

    /** How many records were changed since the start of the process. */
    static long masked() {
        return MASKED.sum();
    }

    @Override
    public boolean isLoggable(LogRecord logged) {
        boolean changed = maskMessage(logged);
        changed |= withholdException(logged);
        if (changed) {
            MASKED.increment();
        }
        return true;
    }

    private static boolean maskMessage(LogRecord logged) {
        String message = text(logged);
        String masked = PersonalNumbers.mask(message);
        if (masked.equals(message)) {
            return false;
        }
        replaceMessage(logged, masked);
        return true;
    }

    private static boolean withholdException(LogRecord logged) {
        Throwable thrown = logged.getThrown();
        StringBuilder classes = new StringBuilder();
        boolean personal = false;
        for (Throwable cause = thrown; cause != null && classes.length() < 1000; cause = cause.getCause()) {
            classes.append(' ').append(cause.getClass().getName());
            personal |= PersonalNumbers.areIn(cause.toString());
        }
        if (personal) {
            replaceMessage(logged, text(logged) + " (text and trace withheld:" + classes + ")");
            logged.setThrown(null);
        }
        return personal;
    }

    /** The message with its parameters in their places. */
    private static String text(LogRecord logged) {
        return logged.getMessage() == null ? "" : MESSAGES.format(logged);
    }

    private static void replaceMessage(LogRecord logged, String message) {
        if (logged instanceof ExtLogRecord extended) {
            extended.setMessage(message, ExtLogRecord.FormatStyle.NO_FORMAT);
        } else {
            logged.setMessage(message);
        }
        logged.setParameters(null);
    }
}
