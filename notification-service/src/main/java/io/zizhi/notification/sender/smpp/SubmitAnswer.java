package io.zizhi.notification.sender.smpp;

import java.util.Locale;
import java.util.Set;
import org.jsmpp.SMPPConstant;

/** Answer of the SMSC to the submission of a segment. */
sealed interface SubmitAnswer {

    /** How far a refusal reaches. */
    enum Refusal {
        /** The SMSC would refuse other messages, too: its load, the account or the settings are the reason. */
        EVERY_MESSAGE,

        /** The SMSC refuses this message, and another sender may take it. */
        THIS_MESSAGE,

        /** No sender can deliver the message. */
        FOR_GOOD
    }

    /** Statuses of a recipient or message that no sender would take. */
    Set<Integer> FOR_GOOD = Set.of(SMPPConstant.STAT_ESME_RINVDSTADR, SMPPConstant.STAT_ESME_RINVMSGLEN);

    /** The first status that is not of SMPP. Providers use such statuses for blocked numbers and texts. */
    int FIRST_OF_PROVIDERS = 0x400;

    /** Statuses after which the SMSC may have the message: it broke down somewhere. */
    Set<Integer> UNCLEAR = Set.of(SMPPConstant.STAT_ESME_RSYSERR, SMPPConstant.STAT_ESME_RUNKNOWNERR);

    /** The SMSC has the segment and gave it this id. */
    record Taken(String providerMessageId) implements SubmitAnswer {}

    /**
     * The SMSC has not taken the segment.
     *
     * @param refusal how far the refusal reaches
     */
    record NotTaken(String code, Refusal refusal) implements SubmitAnswer {}

    /** The SMSC may have the segment. */
    record Unclear(String code) implements SubmitAnswer {}

    /** Maps a status other than 0. An unlisted status leaves the message to the next sender. */
    static SubmitAnswer of(int status) {
        String code = code(status);
        return UNCLEAR.contains(status) ? new Unclear(code) : new NotTaken(code, refusal(status));
    }

    private static Refusal refusal(int status) {
        if (FOR_GOOD.contains(status)) {
            return Refusal.FOR_GOOD;
        }
        return status >= FIRST_OF_PROVIDERS ? Refusal.THIS_MESSAGE : Refusal.EVERY_MESSAGE;
    }

    /** Returns a status as the manuals of SMSCs write it, for example {@code SMPP_00000058}. */
    static String code(int status) {
        return String.format(Locale.ROOT, "SMPP_%08X", status);
    }
}
