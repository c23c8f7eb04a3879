package io.zizhi.platform.observability.logging;

import io.quarkus.logging.LoggingFilter;
import io.zizhi.platform.privacy.personal.PersonalNumbers;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Masks resident ID numbers and mobile numbers in log records. The types in {@code personal} mask themselves, so
 * normally nothing is left to mask. Each record that needs masking reveals a bug and is counted
 * ({@code log_masked_total}). If the text of an exception contains such a number, the exception is replaced by its
 * class names.
 */
@LoggingFilter(name = "personal-data")
public final class PersonalDataFilter implements Filter {

    /** Static, because the logging system creates filters before beans exist. */
    private static final LongAdder MASKED = new LongAdder();

    private static final ExtFormatter MESSAGES = new ExtFormatter() {
        @Override
        public String format(ExtLogRecord logged) {
            return formatMessage(logged);
        }
    };

    /** Returns the number of records masked since the process started. */
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

    /** Returns the message with its parameters filled in. */
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
