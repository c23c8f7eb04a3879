package io.zizhi.notification.sender.smpp;

import io.zizhi.notification.sender.channel.SmsConfig;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;

/** Opens bound sessions as the settings say. */
final class SmppBinding {

    private final SmppConfig config;
    private final MessageReceiverListener receiver;
    private final SmppSocket socket;

    SmppBinding(SmppConfig config, MessageReceiverListener receiver, SSLSocketFactory certificates) {
        this.config = config;
        this.receiver = receiver;
        this.socket = new SmppSocket(config.tls(), config.connectTimeout(), config.timeout(), certificates);
    }

    /** Refuses settings with which no bind can succeed. */
    static void check(SmppConfig config, SmsConfig sms) {
        requireText("host", config.host(), 255);
        requireText("system-id", config.systemId(), 15);
        requireText("password", config.password(), 8);
        config.systemType().ifPresent(type -> requireText("system-type", Optional.of(type), 12));
        config.source().ifPresent(source -> requireText("source", Optional.of(source), 20));
        requireKnown("source-ton", config.sourceTon(), TypeOfNumber::valueOf);
        requireKnown("source-npi", config.sourceNpi(), NumberingPlanIndicator::valueOf);
        if (config.timeout().compareTo(sms.lostAfter().dividedBy(2)) > 0) {
            throw new IllegalStateException("zizhi.sms.smpp.timeout must be at most half of zizhi.sms.lost-after.");
        }
    }

    private static void requireText(String name, Optional<String> value, int longest) {
        if (value.isEmpty() || value.get().isEmpty() || value.get().length() > longest) {
            throw new IllegalStateException(
                    "The sender smpp needs zizhi.sms.smpp." + name + " of 1 to " + longest + " characters.");
        }
    }

    private static void requireKnown(String name, int value, Function<Byte, ?> values) {
        try {
            Object known = values.apply((byte) value);
            assert known != null;
        } catch (IllegalArgumentException unknown) {
            throw new IllegalStateException("zizhi.sms.smpp." + name + "=" + value + " is no value of SMPP.", unknown);
        }
    }

    /**
     * Connects and binds as transceiver.
     *
     * @param closed runs when the session ends
     */
    SMPPSession open(Runnable closed) throws IOException {
        SMPPSession session = new SMPPSession(socket);
        session.setTransactionTimer(config.timeout().toMillis());
        session.setEnquireLinkTimer((int) config.enquireEvery().toMillis());
        session.setPduProcessorDegree(config.receiptsAtOnce() + ReceiveReceipts.OTHER_THREADS);
        session.setQueueCapacity(config.window() + config.receiptsAtOnce());
        session.setMessageReceiverListener(receiver);
        session.addSessionStateListener((now, before, source) -> {
            if (now == SessionState.CLOSED) {
                closed.run();
            }
        });
        try {
            session.connectAndBind(
                    config.host().orElseThrow(),
                    config.port(),
                    parameters(),
                    config.timeout().toMillis());
            return session;
        } catch (IOException | RuntimeException failure) {
            session.close();
            throw failure;
        }
    }

    private BindParameter parameters() {
        return new BindParameter(
                BindType.BIND_TRX,
                config.systemId().orElseThrow(),
                config.password().orElseThrow(),
                config.systemType().orElse(""),
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null,
                InterfaceVersion.IF_34);
    }
}
