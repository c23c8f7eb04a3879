package io.zizhi.notification.sender.smpp;

import io.zizhi.notification.sender.smpp.SubmitAnswer.NotTaken;
import io.zizhi.notification.sender.smpp.SubmitAnswer.Taken;
import io.zizhi.notification.sender.smpp.SubmitAnswer.Unclear;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageState;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;

/** The two requests to the SMSC. They wait for its answer. */
final class SmppCalls {

    private static final Pattern ID = Pattern.compile("[\\x21-\\x7E]{1,64}");

    private final SmppConfig config;

    SmppCalls(SmppConfig config) {
        this.config = config;
    }

    /** @param number eleven digits */
    SubmitAnswer submit(SMPPSession session, String number, Segment segment) {
        try {
            String id = session.submitShortMessage(
                            "",
                            sourceTon(),
                            sourceNpi(),
                            source(),
                            config.nationalNumbers() ? TypeOfNumber.NATIONAL : TypeOfNumber.INTERNATIONAL,
                            NumberingPlanIndicator.ISDN,
                            config.nationalNumbers() ? number : "86" + number,
                            new ESMClass(
                                    MessageMode.DEFAULT,
                                    MessageType.DEFAULT,
                                    segment.hasHeader() ? GSMSpecificFeature.UDHI : GSMSpecificFeature.DEFAULT),
                            (byte) 0,
                            (byte) 0,
                            null,
                            null,
                            new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                            (byte) 0,
                            new GeneralDataCoding(segment.isUcs2() ? Alphabet.ALPHA_UCS2 : Alphabet.ALPHA_DEFAULT),
                            (byte) 0,
                            segment.octets())
                    .getMessageId();
            return id != null && ID.matcher(id).matches() ? new Taken(id) : new Unclear("SMPP_NO_ID");
        } catch (NegativeResponseException refused) {
            return SubmitAnswer.of(refused.getCommandStatus());
        } catch (PDUException unwritable) {
            return new NotTaken("SMPP_INVALID_FIELD", SubmitAnswer.Refusal.EVERY_MESSAGE);
        } catch (ResponseTimeoutException silent) {
            return new Unclear("SMPP_NO_ANSWER");
        } catch (InvalidResponseException | IOException broken) {
            return new Unclear("SMPP_BROKEN_OFF");
        }
    }

    /** Returns the state of a segment; empty if the SMSC does not tell. */
    Optional<MessageState> query(SMPPSession session, String providerMessageId) {
        try {
            return Optional.ofNullable(session.queryShortMessage(providerMessageId, sourceTon(), sourceNpi(), source())
                    .getMessageState());
        } catch (PDUException
                | ResponseTimeoutException
                | InvalidResponseException
                | NegativeResponseException
                | IOException
                | IllegalArgumentException untold) {
            return Optional.empty();
        }
    }

    private TypeOfNumber sourceTon() {
        return TypeOfNumber.valueOf((byte) config.sourceTon());
    }

    private NumberingPlanIndicator sourceNpi() {
        return NumberingPlanIndicator.valueOf((byte) config.sourceNpi());
    }

    private String source() {
        return config.source().orElse("");
    }
}
