package io.zizhi.notification.sender.alibaba;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.zizhi.platform.runtime.settings.NeededWith;
import io.zizhi.platform.runtime.settings.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of the sender {@code alibaba}. */
@ConfigMapping(prefix = "zizhi.sms.alibaba")
public interface AlibabaConfig {

    /** URL of the service, with {@code https} in production. */
    @WithDefault("https://dysmsapi.aliyuncs.com")
    String url();

    /** Id of the access key. Its RAM user needs only {@code dysms:SendSms} and {@code dysms:QuerySendDetails}. */
    @NeededWith("zizhi.sms.senders=alibaba")
    Optional<String> accessKeyId();

    /** Secret of the access key; it signs the requests. */
    @NeededWith("zizhi.sms.senders=alibaba")
    @Secret
    Optional<String> accessKeySecret();

    /** Approved signature of the messages, without brackets. */
    @NeededWith("zizhi.sms.senders=alibaba")
    Optional<String> signName();

    /**
     * Codes of the approved templates, by the name of an {@code SmsTemplate}, for example {@code PHONE_CODE}, and with
     * {@code _EN} for English texts. A name with a version in quotes, for example {@code "PHONE_CODE.2"}, stands for
     * that version of our text, one without for every version. Their variables have the names of our parameters. The
     * next sender gets a message without a code. Only in a file of settings: environment variables have no lower and
     * upper case.
     */
    Map<String, String> templates();

    /**
     * Secret part of the URL to which receipts are pushed: 32 to 128 letters, digits, {@code _} and {@code -}. Without
     * it, no receipts are taken.
     */
    @Secret
    Optional<String> receiptToken();

    /** Time-out of the connection. Three seconds cover one lost packet and its retransmission. */
    @WithDefault("PT3S")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration connectTimeout();

    /**
     * Time-out of the whole request: look-up, connection, request and answer. At most half of
     * {@code zizhi.sms.lost-after}.
     */
    @WithDefault("PT10S")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 5)
    Duration timeout();
}
