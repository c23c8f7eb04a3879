package io.zizhi.review.clock.calendar;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The holiday arrangements that were published when this version was built. They are bundled as a data file. */
public final class PublishedCalendar {

    private static final String RESOURCE = "/calendar/holidays-cn.json";

    private PublishedCalendar() {}

    /** Reads the holiday file bundled with this version. Works without CDI. */
    public static CalendarFile read() {
        try (InputStream file = PublishedCalendar.class.getResourceAsStream(RESOURCE)) {
            return new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .readValue(Objects.requireNonNull(file, RESOURCE), CalendarFile.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
