package io.zizhi.notification.sender.channel;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusMock;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.zizhi.notification.Rows;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Senders as a test chooses them. */
public final class GivenSenders {

    private GivenSenders() {}

    /** Returns the local inbox as the chosen sender, in a profile that a test gives. */
    public static ChosenSenders inboxIn(String profile, Instance<SmsSender> senders) {
        return new ChosenSenders(
                senders,
                GivenSmsConfig.of(Map.of("senders", ChosenSenders.LOCAL_INBOX)),
                new SmallRyeConfigBuilder().withProfile(profile).build());
    }

    /**
     * Makes messages go to these senders, the preferred one first, without a restart. Deletes the messages that other
     * tests left in the queue. All circuits are closed, and no time passes for them. Quarkus restores the senders of the
     * settings and their circuits after the test.
     */
    public static void choose(SmsSender... chosen) {
        List<String> names = Stream.of(chosen).map(SmsSender::name).toList();
        Stream<SmsSender> others = Arc.container().select(SmsSender.class, Any.Literal.INSTANCE).stream()
                .filter(other -> !names.contains(other.name()));
        List<SmsSender> all = Stream.concat(Stream.of(chosen), others).toList();
        Rows.change("delete from sms_message where status = 'QUEUED'");
        QuarkusMock.installMockForType(new SenderCircuits(() -> 0), SenderCircuits.class);
        QuarkusMock.installMockForType(new ChosenSenders(all, names, true), ChosenSenders.class);
    }
}
