package io.zizhi.notification.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** The limits of this service. The database counts, so that they hold for all replicas together. */
@ConfigMapping(prefix = "zizhi.limits")
public interface NotificationLimits {

    /** Phone codes. Each limit is a list of sliding windows, for example {@code 1/PT1M,5/PT1H,10/P1D}. */
    PhoneCodes phoneCodes();

    /** Messages on their way. */
    Sms sms();

    /** Webhooks on their way. */
    Webhooks webhooks();

    /** Independent buckets; a code is sent only where each of them has room. */
    interface PhoneCodes {

        /** To one number. No looser than what carriers and providers let through; nobody needs more. */
        @WithDefault("1/PT1M,5/PT1H,10/P1D")
        List<SendWindow> number();

        /** For one account. Above what a busy applicant files in an hour, and too few to bother many strangers. */
        @WithDefault("30/PT1H,100/P1D")
        List<SendWindow> account();

        /** From one client address (IPv6: one /64). An office behind one address has room; a script has not. */
        @WithDefault("15/PT1H,50/P1D")
        List<SendWindow> address();

        /** In all. The budget: what pumping by many accounts and addresses can cost in a day. */
        @WithDefault("120/PT1M,5000/P1D")
        List<SendWindow> all();

        /**
         * Wrong codes for one number by all accounts. Ten codes a day with five tries each: as many as the limits of one
         * number let through anyway, so that strangers cannot block an owner by it; a guesser who finds ways around the
         * others has a chance of 1 in 20,000 a day.
         */
        @WithDefault("50/P1D")
        List<SendWindow> wrongCodes();
    }

    /** See {@link NotificationLimits#sms()}. */
    interface Sms {

        /**
         * Messages of one account that wait, codes and notices apart. As many as a sender of three a second works off in an
         * hour; one more fails with {@code SMS_QUEUE_FULL}.
         */
        @WithDefault("10000")
        int queuedPerAccount();
    }

    /** See {@link NotificationLimits#webhooks()}. */
    interface Webhooks {

        /** How often one is tried; then it has failed. Ten tries take an hour and a half, longer than most restarts. */
        @WithDefault("10")
        int attempts();

        /**
         * How many one replica posts at the same time, each to another receiver. A post to a receiver that hangs takes a lane
         * for the whole time-out, so three more may hang before others wait.
         */
        @WithDefault("4")
        int lanes();

        /** How long a connection may take: three seconds are one lost packet and its repetition. */
        @WithDefault("PT3S")
        Duration connectTimeout();

        /** How long all of it may take: look-up, connection, request and answer. Receivers only have to take it. */
        @WithDefault("PT10S")
        Duration timeout();
    }
}
