package io.zizhi.notification.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The limits of this service. They are counted in the database, so they hold for all replicas together. */
@ConfigMapping(prefix = "zizhi.limits")
public interface NotificationLimits {

    /** Phone codes. Each limit is a list of sliding windows, for example {@code 1/PT1M,5/PT1H,10/P1D}. */
    PhoneCodes phoneCodes();

    /** Queued messages. */
    Sms sms();

    /** Queued webhooks. */
    Webhooks webhooks();

    /** Independent limits; a code is sent only if all of them allow it. */
    interface PhoneCodes {

        /** Codes sent to one number. At least as strict as the limits of mobile carriers and SMS providers. */
        @WithDefault("1/PT1M,5/PT1H,10/P1D")
        List<SendWindow> number();

        /**
         * Codes sent for one account. More than a busy applicant needs in an hour, too few to bother many strangers.
         */
        @WithDefault("30/PT1H,100/P1D")
        List<SendWindow> account();

        /**
         * Codes requested from one client address (IPv6: one /64). Enough for an office behind one address, too few for
         * a script.
         */
        @WithDefault("15/PT1H,50/P1D")
        List<SendWindow> address();

        /** Codes sent in total. It caps the daily cost of SMS pumping from many accounts and addresses. */
        @WithDefault("120/PT1M,5000/P1D")
        List<SendWindow> all();

        /**
         * Wrong codes entered for one number by all accounts. The other limits already allow at most ten codes a day
         * for one number, with five tries each. So strangers cannot block an owner by this limit. Someone who evades
         * the other limits guesses a code with a chance of 1 in 20,000 a day.
         */
        @WithDefault("50/P1D")
        List<SendWindow> wrongCodes();
    }

    /** See {@link NotificationLimits#sms()}. */
    interface Sms {

        /**
         * Queued messages of one account; codes and notices are counted separately. A sender of three messages a second
         * sends the default number in an hour. The next message fails with {@code SMS_QUEUE_FULL}.
         */
        @WithDefault("10000")
        @Min(1)
        @Max(10_000_000)
        int queuedPerAccount();

        /**
         * Hours in which notices to applicants wait in the queue, in Asia/Shanghai, for example {@code 21:00-08:00}.
         * Codes and alerts to staff do not wait. None by default.
         */
        Optional<QuietHours> quietHours();

        /**
         * Segments of the longest possible text of a template. Each segment is charged as one message. The bundled texts
         * have up to seven, with the longest names and reasons.
         */
        @WithDefault("8")
        @Min(1)
        @Max(20)
        int segments();

        /** Test messages of one operator within a day. Enough to try a text, too few to bother many strangers. */
        @WithDefault("20")
        @Min(0)
        @Max(1000)
        int testSendsPerDay();

        /** Test messages to one number within a day, of all operators. */
        @WithDefault("5")
        @Min(0)
        @Max(1000)
        int testSendsPerNumber();
    }

    /** See {@link NotificationLimits#webhooks()}. */
    interface Webhooks {

        /**
         * Delivery attempts before a webhook to staff fails. Ten attempts take an hour and a half, longer than most
         * restarts.
         */
        @WithDefault("10")
        @Min(1)
        @Max(100)
        int attempts();

        /**
         * Parallel requests of one replica, each to a different receiver. A receiver that hangs occupies a lane until
         * the time-out. So three of four lanes may hang before other receivers wait.
         */
        @WithDefault("4")
        @Min(1)
        @Max(64)
        int lanes();

        /**
         * Time-out of the connection, and of each query to a name server. Three seconds cover one lost packet and its
         * retransmission.
         */
        @WithDefault("PT3S")
        @DurationMin(millis = 100)
        @DurationMax(minutes = 1)
        Duration connectTimeout();

        /**
         * Time-out of the whole delivery: look-up, connection, request and response. Receivers only need to accept the
         * request.
         */
        @WithDefault("PT10S")
        @DurationMin(millis = 100)
        @DurationMax(minutes = 1)
        Duration timeout();
    }
}
