package io.zizhi.review.clock;

import io.zizhi.review.clock.calendar.Day;
import io.zizhi.review.clock.calendar.DayKind;
import java.time.DayOfWeek;

/** The days on which the desk is open. */
public enum OpenDays {
    /** Every day of the year. */
    EVERY_DAY {
        @Override
        public boolean isOpen(Day day) {
            return true;
        }
    },

    /** Every day of the week, except arranged holidays. */
    ALL_BUT_HOLIDAYS {
        @Override
        public boolean isOpen(Day day) {
            return day.kind() != DayKind.HOLIDAY;
        }
    },

    /** Monday to Friday and make-up workdays, except arranged holidays. */
    STATUTORY_WORKDAYS {
        @Override
        public boolean isOpen(Day day) {
            return switch (day.kind()) {
                case HOLIDAY -> false;
                case MAKE_UP_WORKDAY -> true;
                case ORDINARY -> day.date().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
            };
        }
    };

    public abstract boolean isOpen(Day day);
}
